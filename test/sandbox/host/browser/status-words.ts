export const STATUS_WORDS: Record<string, string> = {
  new: 'New',
  open: 'Open',
  pending: 'Pending',
  hold: 'On-hold',
  solved: 'Solved',
  closed: 'Closed',
};
/** A ticket's status as the helpdesk shows it; one without words of its own as it is. */
export const statusWords = (status: string): string => STATUS_WORDS[status] ?? status;
