/**
 * Words and phrases that mean much the same when a customer asks for help, one group a line, members separated by
 * commas. General English, written by hand from what support teams of many trades hear; harvested from no data set.
 * A word may stand in several groups; inflections need no entry of their own.
 */
export const LEXICON: readonly string[] = `
log in, login, sign in, signin, log on, logon, get into, logging on, access my account
log out, logout, sign out, signout, log off, sign off
sign up, signup, register, registration, create an account, open an account, enroll, join, new account, set up an account
password, passcode, passphrase, credentials
username, user name, login name, user id, screen name, account name
pin, pin number, pin code, personal identification number
forgot, forgotten, can not remember, do not remember, lost, misplaced, do not recall
reset, restore, recover, recovery, start over, factory reset
delete, remove, erase, get rid of, clear, wipe, purge, trash, take off
close my account, deactivate, terminate, delete my account, cancel my account, end my membership, shut down my account, leave
cancel, call off, revoke, abort, discontinue, stop, terminate
unsubscribe, opt out, stop receiving, stop getting, turn off emails
subscribe, subscription, membership, member, plan, opt in
upgrade, move up, higher plan, better plan, premium, go pro
downgrade, lower plan, cheaper plan, step down
renew, renewal, extend, extension, prolong, prolongation, auto renew
expire, expiry, expiration, run out, ran out, out of date, no longer valid, valid until, validity
verify, verification, confirm, confirmation, validate, validation, authenticate, prove
identity, id, identification, identity document, proof of identity, who i am, passport
two factor, 2fa, two step, mfa, multi factor, authenticator, one time code, otp, security code, verification code
locked, blocked, frozen, suspended, disabled, banned, restricted, on hold, lock out
unlock, unblock, unfreeze, lift, reactivate, reinstate, release
hacked, compromised, stolen account, unauthorized access, someone else, breach, broke into
fraud, fraudulent, scam, scammed, phishing, unauthorized, suspicious, not me, did not make, do not recognize, unrecognized, unknown
safe, secure, security, protect, protection, safety, secured
privacy, private, confidential, personal data, personal information, hide, hidden, invisible, secret
public, visible, everyone can see, shown to others
permission, permit, allow, allowed, authorize, grant, access right, may i, let me, permitted, ok to, acceptable, accept
forbidden, not allowed, prohibit, prohibited, ban, against the rules, restriction
share, sharing, give access, send to others, collaborate, shared
role, admin, administrator, owner, moderator
user, member, person, people, individual
profile, account page, account details, personal details, my details, my information
change, modify, edit, update, alter, adjust, amend, switch, replace, correct, revise
settings, preferences, options, configuration, configure, setup, customize
email, mail, e mail, email address, mail address, inbox
phone, telephone, mobile, cell, cellphone, cell phone, smartphone, handset
phone number, mobile number, telephone number, contact number, cell number
address, location, residence, where i live, home address, postal address, street
move, moving, relocate, new address, moved
name, surname, last name, first name, full name, marry, maiden name
contact, get in touch, reach, speak to, talk to, call, ring, customer service, customer support, support team, representative, agent, human, real person, operator, live chat, help desk
complain, complaint, dissatisfied, unhappy, feedback, report a problem
manager, supervisor, escalate
notification, notify, alert, push, reminder, notice, warn, warning
message, text, sms, text message, dm, chat
language, translate, translation, english, spanish, in another language
buy, purchase, order, get, acquire, shop
sell, sale, resell, vendor, seller, merchant
order, purchase, transaction
product, item, article, merchandise, goods, thing, stuff
available, availability, in stock, on hand, carry, offer, have, provide, supply
out of stock, sold out, unavailable, back order, restock, not available
size, sizing, measurement, dimension, how big, fit, how large
color, shade, hue, colored
price, cost, how much, fee, charge, rate, pricing, expense, expensive, amount, fare, quote, tariff
cheap, inexpensive, affordable, low cost, budget, reasonable price, reasonably priced, good value, economical, low price, bargain
expensive, overpriced, pricey, costly, too much, high price, steep, rip off
free, complimentary, no charge, no cost, at no cost, free of charge, included, without paying, gratis
discount, coupon, promo, promo code, promotion, voucher, special offer, deal, code, sale, reduced price, markdown, rebate
price match, competitor price, cheaper elsewhere, lower price elsewhere, price drop, price difference
gift card, gift certificate, voucher, store credit, gift
loyalty, reward, points, miles, bonus, perks, benefit, status
invoice, bill, billing, receipt, statement, proof of purchase
pay, payment, paid, settle, remit
pay by, payment method, payment option, form of payment, way to pay, accept credit card, credit card, debit card, cash, visa, mastercard, american express
card, credit card, debit card, bank card, plastic
virtual card, disposable card, digital card, online card
cash, money, banknote, coin, notes
atm, cash machine, cashpoint, cash dispenser, withdraw cash
withdraw, withdrawal, take out, take money out, cash out, get money out
deposit, pay in, put money in, add money, top up, topping up, load, fund, credit, add funds, reload
transfer, send money, wire, move money, remittance, bank transfer, wire transfer
direct debit, standing order, recurring payment, automatic payment, autopay, auto pay
refund, money back, reimburse, reimbursement, get my money back, chargeback, repay, compensation, compensate, repayment
return, send back, bring back, take back, give back, exchange
exchange, swap, replace, replacement, trade, substitute
exchange rate, conversion rate, currency conversion, fx, foreign exchange rate, rate of exchange
currency, foreign currency, money, dollar, euro, pound
extra charge, additional fee, hidden fee, surcharge, charged extra, extra fee, unexpected charge
charged twice, double charge, duplicate charge, duplicate payment, billed twice, two charges, twice, double, duplicated
pending, processing, not yet, in progress, on its way, waiting, still waiting, not go through, not complete, not finish, outstanding
declined, rejected, refused, denied, not accepted, did not go through, turned down, failed, not working, fail
reverted, cancelled, reversed, returned, bounced
missing, not receive, not arrive, never arrived, not come, not get, not got, never got, not there, disappear, vanish, not show, not show up, not see, not appear, gone, absent, nowhere
balance, how much money, how much do i have, funds, available balance
credit score, credit rating, credit report, fico
credit limit, spending limit, maximum spend
limit, maximum, max, cap, restriction, quota, at most, allowance, how many
minimum, least, min, at least
loan, borrow, credit, lend, financing, mortgage
interest, interest rate, apr, apy
insurance, insure, insured, coverage, cover, policy, covered
tax, taxes, vat, duty, customs, sales tax
salary, wage, pay, paycheck, payday, income, earnings, direct deposit
invest, investment, stock, shares, retirement, 401k, pension
account number, routing number, iban, sort code, swift
statement, transaction history, account activity, spending history, recent transactions, transactions
deliver, delivery, ship, shipping, shipment, send, dispatch, mail, post, arrive, arrival, courier
package, parcel, shipment, box, order
track, tracking, where is my, follow, status, locate, trace
overnight, express, expedite, fast shipping, priority, rush, next day, quicker, faster
late, delay, delayed, overdue, behind schedule, not on time, held up, slow
damaged, broken, defective, cracked, faulty, ripped, torn, scratched, stained, stain, smashed, bad condition, defect
wrong item, incorrect item, not what i ordered, different item, mistake
warranty, guarantee, guaranteed, under warranty
repair, fix, mend, service, get fixed
pick up, pickup, collect, collection, store pickup, click and collect
store, shop, branch, outlet, location, retail, retailer
hours, opening hours, open, business hours, opening times, closing time, what time, when do you open, when do you close
problem, issue, trouble, difficulty, fault, glitch
error, bug, crash, fails, failure, error message, glitch, malfunction
not work, fail, broken, stopped working, out of order, not function, inoperable, not respond, no longer works, dead, useless
unable, cannot, can not, not able, not possible, impossible, not let me
slow, lag, sluggish, takes forever, hang, freeze, unresponsive, speed, performance, taking long
start, begin, launch, open, boot, initiate, startup, commence
finish, end, complete, done, conclude
turn on, switch on, enable, activate, power on, activation
turn off, switch off, disable, deactivate, power off, shut down
restart, reboot, power cycle
install, installation, set up, setup, put on
uninstall, remove the app
update, upgrade, new version, latest version, newer version
download, save, export, save to my computer, get a copy, offline copy, downloading
upload, import, attach, attachment, add a file
backup, back up, archive, copy
undo, revert, roll back, go back, restore, reverse
copy, duplicate, clone, replicate
paste, insert, put in, add, embed, include
find, search, look for, locate, look up, discover, where can i see
see, view, look at, show, display, check, find out, visible, know
list, overview, summary, all of my
filter, sort, order by, arrange, organize, reorder
merge, combine, join, consolidate, unite, link together
separate, split, divide, apart, break up
multiple, several, many, more than one, various, different, two
automatic, automatically, auto, by itself, on its own
schedule, plan, set a time, arrange, calendar, appointment, agenda
reminder, remind, alarm, wake me up
timer, countdown, stopwatch
meeting, appointment, conference, call
event, occasion, function
date, day, when
time, hour, clock, what time
how long, duration, how many days, time frame, length, period, last, how much time, take
when, what time, how soon, which day, date
how often, frequency, how many times, frequently
soon, quickly, fast, immediately, right away, asap, urgent, quick, urgently, now, instantly
old, previous, past, earlier, former, prior
new, recent, latest, fresh
age, how old, minor, child, kid, minimum age, years old, teenager, young
child, kid, children, baby, infant, toddler, daughter, son
family, relatives, spouse, wife, husband, partner, parent
pet, animal, dog, cat
disabled, wheelchair, accessible, accessibility, handicapped, handicap, disability, mobility
wifi, wi fi, internet, wireless, internet connection, internet access, web access, wlan, broadband, online
network, connection, connect, signal, reception, connectivity, coverage
data plan, mobile data, cellular data, roaming
device, gadget, hardware, machine, unit, equipment
computer, pc, laptop, desktop, mac, macbook
tablet, ipad
iphone, ios, apple
android, google phone
app, application, program, software, tool
website, site, web page, page, web site, webpage, online
browser, chrome, firefox, safari, internet explorer, edge
screen, display, monitor
button, icon, click, press, tap
keyboard shortcut, hotkey, shortcut, key combination
menu, navigation, tab, sidebar, panel
link, url, web address, hyperlink, address
file, document, attachment, doc
folder, directory, label, category
picture, photo, image, photograph, pic, avatar, thumbnail
video, clip, movie, film, youtube
music, song, track, audio, playlist, tune
sound, volume, audio, noise, loud
print, printer, printing, hard copy
font, typeface, text style, bold, italic, format, formatting, strikethrough
spreadsheet, sheet, excel, table
column, row, cell, field
calendar, agenda, diary
contacts, address book, contact list
comment, reply, respond, response, answer, post
post, publish, status update, write
friend, contact, follower, connection, buddy
like, favorite, thumbs up, upvote, star
block, ignore, mute, hide, unfriend
spam, junk, unwanted mail
sync, synchronize, synchronise, in step, mirror
storage, space, capacity, disk space, memory
battery, charge, power, charger, charging
cable, cord, wire, plug, lead
camera, webcam, lens
temperature, heat, hot, warm, warmth, summer, cold, weather, climate, degrees
weather, forecast, rain, snow, sunny
code, source code, script, programming
integrate, integration, connect, link, plug in, plugin, add on, extension, compatible, compatibility, work with, support
feature, function, functionality, capability
hotel, accommodation, lodging, place to stay, inn, guesthouse, guest house, hostel, bed and breakfast, motel, resort
room, suite, bedroom, accommodation
book, booking, reserve, reservation, make a reservation
check in, checkin, arrival, arrive
check out, checkout, departure, leave
front desk, reception, receptionist, concierge, 24 hour desk
luggage, baggage, suitcase, bag, bags, carry on, luggage storage
housekeeping, cleaned, cleaning, maid, clean, cleanliness, tidy, spotless, hygiene, dirty
towel, linen, sheets, bedding
bed, mattress, sleep, king size, queen size, double bed, twin bed, crib, extra bed
bathroom, shower, bath, toilet, restroom, washroom, bathtub, ensuite
air conditioning, ac, a c, air conditioner, cooling, heating, heater
tv, television, flat screen, cable tv, satellite
breakfast, morning meal, full english
pool, swimming pool, swim, jacuzzi, hot tub, sauna, spa
gym, fitness, fitness center, exercise, workout, work out, weights
parking, park, car park, parking lot, garage, parking space, valet
elevator, lift
smoking, smoke, smoker, cigarette, non smoking, vape
quiet, noise, noisy, loud, peaceful, soundproof
view, scenery, overlook, sight
balcony, terrace, patio, outdoor seating, garden, outside, outdoors, alfresco
amenities, facilities, features, services
laundry, wash clothes, dry cleaning, ironing, iron, washing machine, washer
shuttle, airport transfer, transportation, transport, transit, public transport, bus
taxi, cab, uber, lyft, ride, car service, driver
car rental, rent a car, rental, hire a car, hire
car, vehicle, auto, automobile
gas, fuel, petrol, gasoline
oil change, maintenance, service
tire, wheel, flat tire
train, rail, railway
flight, plane, airline, fly, airplane, aircraft
airport, terminal, gate
ticket, pass, boarding pass, admission, entry
seat, seating, place
travel, trip, journey, vacation, holiday, tour
abroad, overseas, international, foreign, other country, other countries, another country, in europe, worldwide, global
country, nation, region, state
visa, entry requirement, travel document
passenger, traveler, guest, visitor
direction, directions, route, way to, navigate, get there, map, path
distance, far, close to, near, nearby, walking distance, how far, close, around
traffic, congestion, jam, road
restaurant, place to eat, diner, eatery, cafe, dining, dine, bistro
food, meal, cuisine, dish, dishes, eat, menu, fare
drink, drinks, beverage, alcohol, beer, wine, cocktail, bar, liquor, spirits, soft drink
coffee, tea, espresso
dessert, sweet, cake, pastry
lunch, dinner, supper, brunch
takeout, take out, takeaway, take away, to go, carry out, carryout
vegetarian, vegan, meatless, veggie, plant based, meat free
gluten free, allergy, allergic, dietary, diet, celiac, intolerance, dietary restriction
spicy, hot, mild, flavor
recipe, cook, prepare, make, ingredient
calories, nutrition, nutritional, fat, carbs, healthy
portion, serving, portion size
staff, employee, waiter, waitress, server, personnel, worker, crew, team
friendly, polite, courteous, nice, welcoming, kind, helpful, attentive
rude, unfriendly, impolite, bad service
quality, good, great, excellent, well, tasty, delicious, decent, superb
atmosphere, ambiance, ambience, vibe, decor, setting, mood
crowded, busy, packed, wait, line, queue, long wait, full
dress code, attire, what to wear, casual, formal
party, group, large group, celebration, birthday, gathering
review, rating, rated, feedback, reputation, stars
recommend, suggestion, suggest, advice, tip
tip, gratuity
sick, ill, illness, disease, unwell, infection, infected, infect, condition, sickness
symptom, symptoms, sign, signs, feel sick, fever, cough, headache
coronavirus, covid, covid 19, corona virus, virus, corona, sars cov 2, pandemic, outbreak, epidemic
spread, transmit, transmission, contagious, infectious, pass on, catch, get infected, contract, infect, exposure, exposed
prevent, prevention, avoid, protect, protection, reduce the risk, stop the spread, keep safe, precaution, minimize
medicine, medication, drug, pill, prescription, treatment, remedy
treat, treatment, cure, therapy, heal, therapeutic, recover
vaccine, vaccination, shot, immunization, immunize, jab, vaccinate
immune, immunity, resistant, antibody, antibodies
test, testing, tested, screening, diagnose, diagnosis, examine
doctor, physician, hospital, clinic, medical, health care, healthcare, nurse, medical attention
emergency, urgent, 911, ambulance
pregnant, pregnancy, expecting, breastfeeding
old people, elderly, senior, seniors, older adult, older adults, older people
risk, danger, dangerous, hazard, vulnerable, at risk, high risk, harmful, unsafe, serious, severe, severity, threat
die, death, fatal, fatality, mortality, deadly, kill, lethal, casualties, death rate, mortality rate
survive, survival, live, last, stay alive, persist, remain
mask, face mask, face covering, facemask, respirator, n95
gloves, protective equipment, ppe
wash hands, hand washing, sanitizer, hand sanitizer, disinfect, disinfectant, soap, sanitize, bleach, clean
quarantine, isolate, isolation, self isolate, stay home, stay at home, lockdown
social distancing, distance, six feet, 6 feet, apart, keep away
surface, object, material, metal, plastic, cardboard, packaging, wood, glass, steel, paper
gathering, crowd, event, mass gathering
cases, number of cases, statistics, how many people, total, count, figures, numbers, confirmed cases
originate, origin, come from, source, where did, start, began, from where
meaning, mean, definition, define, stand for, what is, explain
difference, different, differ, versus, vs, compare, comparison, compared, distinguish
cause, reason, why, because, caused by, due to
symptom onset, incubation, incubation period
animal, pet, dog, cat, wildlife, livestock
school, class, course, education, college, university
student, pupil, learner
teacher, professor, instructor, tutor
job, work, employment, position, career, vacancy, hiring
apply, application, applicant, submit
eligible, eligibility, qualify, requirement, criteria, entitled, requirements, need, required, necessary
document, paperwork, form, certificate, papers
rule, policy, regulation, terms, conditions, guideline, terms of service
legal, law, lawful, lawyer, illegal
contract, agreement, lease, terms
rent, tenant, lease, landlord
time off, leave, vacation, pto, day off, holiday, days off
approve, approval, approved, accept, accepted
request, ask for, demand, claim, get
submit, send in, hand in, file, turn in
game, play, gaming, player
joke, funny, laugh, humor
news, headline, current events
holiday, vacation, public holiday, bank holiday
shopping list, grocery list, grocery, groceries, shopping, supermarket
to do list, todo, task, tasks, chore
house, home, apartment, flat, property
light, lamp, bulb, lights
door, lock, key, keys, keycard
water, plumbing, leak, pipe
electricity, power, energy, utility, electric
measure, convert, unit, conversion, inches, kilometers
calculate, math, compute, formula, sum, calculator
random, dice, coin, pick a number
spell, spelling, letters
timezone, time zone, local time
gesture, voice, accent, speak
bank, banking, financial institution
business, company, corporate, organization, enterprise, firm
customer, client, consumer, buyer, guest
brand, make, model, manufacturer
clothes, clothing, apparel, garment, shirt, jacket, pants, jeans, boots, shoes
wash, care instructions, clean, machine wash
spare, extra, second, additional, another, more, further
lost or stolen, stolen, theft, robbed, lost, missing card, mugged
physical, actual, tangible, plastic card
order status, status of my order, where is my order
shopping cart, cart, basket, check out, checkout
search results, search bar, search
empty, blank, nothing shows, no results, not loading
load, loading, open, come up, refresh
anonymous, anonymously, without my name, without them knowing
without, not having, no need, lack
offline, without internet, no connection
online, over the internet, on the web
remote, from home, remotely, work from home
limit access, restrict, parental control, block access
full screen, fullscreen, maximize
dark mode, theme, background, appearance, skin, layout
zoom, enlarge, bigger, larger, magnify
smaller, reduce, shrink, minimize, compress, decrease, lower, cut
increase, raise, boost, higher, grow, extend, more
improve, better, enhance, optimize
own, personal, private, my own
same, identical, equal, alike, similar
always, all the time, permanent, permanently, forever, every time
temporary, temporarily, for a while, for now, short term
weekend, saturday, sunday
weekday, monday, tuesday, wednesday, thursday, friday
24 hours, around the clock, 24 7, all day, any time
why, how come, reason, what for, purpose, what is the point
how do i, how to, how can i, how would i, what do i do, steps, process, procedure, instructions, guide, walk me through
dispute, contest, challenge, object, disagree, chargeback
origin, source, where from, came from, come from, trace
apple pay, google pay, mobile wallet, digital wallet, contactless, tap to pay
beneficiary, recipient, payee, receiver, person i send to
incoming, receive money, get paid, paid in, credited
payment due, due date, amount due, minimum payment, owe, how much do i owe, outstanding balance
checkbook, order checks, book of checks, blank checks
foreign transaction fee, international fee, fee abroad
spend, spent, spending, expenses, outgoings
fund, top up, top off, refill, recharge
late fee, penalty, late charge, fine
installment, pay in parts, pay later, payment plan, pay over time
shared account, joint account, family account, second person on my account
nickname, call me, refer to me, my name
outlet, socket, plug, adapter, converter, voltage
carry on, cabin bag, hand luggage
itinerary, travel plan, schedule of my trip
travel alert, travel warning, travel advisory, safe to travel
travel notice, tell my bank i am traveling, going abroad, out of the country
layover, stopover, connecting flight
no show, miss the booking, did not turn up
early check in, arrive early
late check out, stay longer, leave late, extend my stay
deposit, security deposit, down payment, prepayment
mileage, mpg, miles per gallon, gas mileage, fuel economy, fuel consumption
tire pressure, psi, inflate, air in the tires
jump start, flat battery, dead battery
shelf life, spoil, go bad, expired food, still good, keep fresh
instead of, substitute, in place of, alternative, replace with, swap
high chair, highchair, booster seat, baby chair
live music, band, entertainment, performance
kitchen, kitchenette, cooking facilities, microwave, fridge, refrigerator, stove
meeting room, conference room, banquet, function room, event space
dry cleaning, pressing, laundry service
room service, food to the room, in room dining
buffet, all you can eat, continental
halal, kosher, religious diet
bring your own bottle, byob, bring my own wine, own alcohol, corkage
credit cards accepted, pay by card, take cards
deliver food, delivery service, bring to my home
sync, pair, bluetooth, connect my device, link my device
current location, where am i, my location, gps, position
skip, next, move on, go to the next one
repeat, say again, once more, one more time, again please
agree, affirmative, correct, right, true, indeed, sure
disagree, negative, false, incorrect, untrue
undecided, uncertain, unsure, not sure, do not know, possibly, perhaps, maybe
robot, bot, artificial, machine, computer program, virtual assistant, chatbot, human
create, made by, developer, built, designed, programmed, creator, inventor
birthday, date of birth, born, birth date
synonym, another word, similar word
tax form, tax document, tax statement, tax return
boss, employer, work for, report to
material, fabric, made of, cotton, leather, wool, composition
waterproof, water resistant, keep dry
gift wrap, gift message, as a present, wrapped
wrong address, address mistake, change the delivery address, redirect
signature, sign for, sign the document, e sign
thread, conversation, chain of emails
forward, redirect, pass on, send on
bulk, mass, batch, all at once, several at once, in one go
feed, timeline, wall, news feed, stream
fb, facebook
gmail, google mail
google drive, gdrive, google docs, gdocs
youtube, yt
twitter, tweet
line break, new line, wrap text, next line
cross out, crossed out, strike through, strikethrough, line through
total, sum, add up, altogether
count, number of, how many
unique, distinct, without duplicates
conditional, depending on, based on, if then
hidden, invisible, not visible, conceal
attach, attachment, enclosed file
recover deleted, undelete, get back, bring back, retrieve
history, log, past activity, record, records
version, edition, release, build
requirement, system requirements, specs, specification
license key, product key, activation code, serial number
trial, free trial, try it, test it
cookie, cache, browsing data
pop up, popup, dialog, window
airborne, droplet, through the air, cough, sneeze, aerosol
get it again, reinfected, reinfection, catch it twice, second time
asymptomatic, no symptoms, without symptoms
underlying condition, preexisting condition, diabetes, asthma, heart disease, chronic illness, immunocompromised, health problems
stock up, supplies, stockpile, emergency kit
close contact, exposed to, near someone who
travel restriction, border, travel ban
tap water, drinking water
mail, letter, post, package, parcel, envelope
groceries, food from the store, takeout food, food packaging
refrigerated, frozen, fridge, freezer
side effect, adverse reaction, bad reaction
dose, dosage, how much to take
appointment, visit, see a doctor, consultation
hospital bed, ventilator, intensive care
community, neighborhood, area, local
government, state, authorities, official
close, closed, closure, shut, shut down
event cancelled, called off, postponed, rescheduled
reschedule, postpone, push back, another day, different time, move my appointment, rebook
`
  .trim()
  .split('\n');
