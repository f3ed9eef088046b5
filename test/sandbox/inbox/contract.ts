import type { Canvas } from '../../../intercom-app/kit.ts';

export interface InboxLink {
  name: string;
  url: string;
}
export interface Teammate {
  id: string;
  name: string;
}
export interface Boot {
  workspace: { name: string };
  me: Teammate;
  teammates: Teammate[];
  links: InboxLink[];
}
export interface ConversationRow {
  id: string;
  title: string;
  contact: string;
  state: string;
  at: number;
}
export interface PartView {
  id: string;
  author: string;
  kind: 'customer' | 'teammate' | 'bot';
  isNote: boolean;
  at: number;
  text: string;
}
export interface ConversationView extends ConversationRow {
  parts: PartView[];
}

/** What the app answered to the Inbox: a canvas, or why there is none, as Intercom would put it. */
export type CanvasAnswer = { canvas: Canvas } | { failure: string };
export interface Pressed {
  componentId: string;
  inputs: Record<string, string | string[]>;
}
