import type { Assignee, Author } from '../records.ts';

export type TicketCategory = 'Customer' | 'Back-office' | 'Tracker';
export type TicketStateCategory = 'submitted' | 'in_progress' | 'waiting_on_customer' | 'resolved';

export interface TicketState {
  id: string;
  category: TicketStateCategory;
  label: string;
}

export interface TicketType {
  id: string;
  name: string;
  description: string;
  category: TicketCategory;
  createdAt: number;
}

export interface TicketPart {
  id: string;
  partType: string;
  body: string | null;
  previousState: TicketStateCategory | null;
  state: TicketStateCategory | null;
  createdAt: number;
  author: Author;
  assignedTo: Assignee | null;
  isRedacted: boolean;
  appPackageCode: string | null;
}

export interface Ticket {
  /** The API's id; `ticketId` is the number that people see. */
  id: string;
  ticketId: string;
  typeId: string;
  stateId: string;
  previousStateId: string | null;
  attributes: Record<string, string | null>;
  contactIds: string[];
  adminAssigneeId: string | null;
  teamAssigneeId: string | null;
  isOpen: boolean;
  isShared: boolean;
  conversationId: string | null;
  createdAt: number;
  updatedAt: number;
  parts: TicketPart[];
}
