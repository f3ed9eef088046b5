import type { CustomerContext } from '../../../shared/context/customer-context.ts';
import { useWords } from '../../frame/joined.tsx';
import { useLoad } from '../../frame/load.ts';
import { Part, Quiet } from '../look.tsx';
import type { Key } from '../words.ts';

/** A third contact in a month is worth a word; the first and second are not. */
const CONTACTS_TOLD = 3;

/** Who asks, as the product knows them: it comes after the page and takes nobody's time where there is nothing to say. */
export function CustomerHeader({ conversationId }: { conversationId: string }) {
  const { t } = useWords<Key>();
  const { value } = useLoad<CustomerContext>(`/app/advice/${encodeURIComponent(conversationId)}/customer`);
  if (!value) return null;
  const { contacts, causes, errors } = value;
  const known = [value.plan, value.segment?.tier, value.client?.app_version].filter(Boolean).join(' · ');
  const off = value.off.filter(
    ({ key }) => !causes.some((one) => one.cause === 'product_differs' && one.feature === key),
  );
  const isEmpty = known === '' && contacts < CONTACTS_TOLD && causes.length + errors.length + off.length === 0;
  if (isEmpty && value.state !== 'unanswered') return null;
  return (
    <Part aria-label={t('customer')}>
      {causes.map((one) => (
        <strong key={one.cause === 'product_differs' ? one.feature : one.permission}>
          {one.cause === 'product_differs'
            ? t('customer_off', { feature: one.feature })
            : t('customer_denied', { permission: one.permission })}
        </strong>
      ))}
      {known !== '' && <Quiet>{known}</Quiet>}
      {contacts >= CONTACTS_TOLD && <Quiet>{t('customer_contacts', { count: contacts })}</Quiet>}
      {errors.map((error) => (
        <Failed key={`${error.code}/${error.title}`} error={error} />
      ))}
      {off.length > 0 && <Quiet>{t('customer_also_off', { features: off.map(({ key }) => key).join(', ') })}</Quiet>}
      {value.state === 'unanswered' && <Quiet>{t('customer_unanswered')}</Quiet>}
    </Part>
  );
}

function Failed({ error }: { error: CustomerContext['errors'][number] }) {
  const { t, date } = useWords<Key>();
  const name = error.code ? `${error.code}: ${error.title}` : error.title;
  return (
    <span>
      {t('customer_failed', { what: name, since: date(error.lastSeen) })}
      {error.knownIssue && (
        <>
          {' '}
          <a href={error.knownIssue} target="_blank" rel="noreferrer">
            {t('customer_known')}
          </a>
        </>
      )}
    </span>
  );
}
