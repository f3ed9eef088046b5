/** What says that a number is the form of one: "numbers look like …", "in the form", "as in". */
export const BEFORE_FORM =
  /(?<!\p{L})(?:form|format|formato|forme|pattern|muster|looks? like|as in|such as|like|e\.g\.|for example|zum beispiel|z\.b\.|wie|por ejemplo|par exemple|ad esempio|por exemplo|begins? with|starts? with)\s{0,2}(?:of |is |:)?\s{0,2}["'“„«`]?$/iu;

/**
 * What stands before the number of a thing: an order, a part, an error, a process. Such a number is a fact of the case,
 * or the form of one, and no number of a person.
 */
export const BEFORE_THING =
  /(?:^|[^\p{L}])(?:orders?|tickets?|cases?|invoice|items?|sku|part|parts|model|build|ref|reference|article|request|transaction|tracking|serial|version|issue|bug|incident|job|run|ids?|bestellung|bestellnummer|auftrag|auftragsnummer|rechnung|rechnungsnummer|pedido|factura|fatura|fattura|ordine|commande|facture|zamówienie|zamowienie|objednávka|заказ|заказа|订单号?|訂單|注文(?:番号)?|주문(?:번호)?|версии|счета|замовлення|páginas?|seite|línea|zeile|ligne|طلب|الطلب|طلبي|הזמנה|ההזמנה|siparis|fatura|pesanan|don hang|ऑर्डर|คำสั่งซื้อ|快递|运单|timestamp|epoch|event|batch|chunk|row|record|seq|offset|pid|process|port|error|errors|fehler|fehlercode|erreur|errore|error code|status|exit code|code|ean|gtin|isbn|upc|asin|product|produkt|producto|produit|article|barcode|revision|commit|hash|checksum)(?:\s?(?:number|no\.?|nr\.?|id|#|code|nummer|número|numéro|numero))?\s{0,2}(?:is|was|are|ist|est|es|è|é|e|:|=|#){0,1}\s{0,2}#?$/iu;

/** The same as the first part of one word: "ordernummer", "Seriennummer". */
const THING_COMPOUND =
  /^(?:order|ordre|bestel|bestell|auftrags|rechnungs|artikel|serien|serie|versions|modell|model|faktura|faktur|factuur|ticket|vorgangs|sendungs|seiten|zeilen|kapitel|spår|spar|bestallnings|tilaus|lasku|sarja|rendeles|szamla|sorozat|port|fehler)/u;

/** Whether the words of a number, down to the word for number, say that it is a thing's. */
export const isThingsNumber = (phrase: string, word: string): boolean =>
  BEFORE_THING.test(` ${phrase}`) || THING_COMPOUND.test(word.toLowerCase());
