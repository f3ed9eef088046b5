import type { Viewer } from '../../shared/viewer.ts';

/** Whether a viewer decides. What is drawn follows the role; what may be done is looked up by the server again. */
export const isLead = ({ role }: Viewer): boolean => role === 'lead' || role === 'admin';

/** Whether a viewer sets. */
export const isAdmin = ({ role }: Viewer): boolean => role === 'admin';
