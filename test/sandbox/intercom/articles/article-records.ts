/** What a reader of one language sees, or would see once a draft is published. */
export interface Content {
  title: string;
  description: string;
  body: string;
  authorId: string;
}

export interface LocaleContent extends Content {
  state: 'published' | 'draft';
  createdAt: number;
  updatedAt: number;
  createdById: string;
  updatedById: string;
  /** Staged on top of the published text; the live text does not show it. */
  draft: { content: Content; at: number; byId: string } | null;
}

export interface Version {
  id: string;
  locale: string;
  content: Content;
  createdById: string;
  createdVia: 'web' | 'api';
  fromVersionId: string | null;
  /** Whether readers see this version now. */
  isLive: boolean;
  createdAt: number;
}

export interface Article {
  id: string;
  parentId: string | null;
  parentType: 'collection' | null;
  audienceIds: number[];
  isForChatbot: boolean;
  isForCopilot: boolean;
  isForSalesAgent: boolean;
  defaultLocale: string;
  contents: Map<string, LocaleContent>;
  /** Newest last. */
  versions: Version[];
  tagIds: string[];
  createdAt: number;
  updatedAt: number;
}

export interface Collection {
  id: string;
  name: string;
  description: string | null;
  parentId: string | null;
  order: number;
  createdAt: number;
  updatedAt: number;
}

/** Seen by teammates and, where allowed, by Fin; never by the public. */
export interface InternalArticle {
  id: string;
  title: string;
  body: string;
  authorId: string;
  ownerId: string;
  createdAt: number;
  updatedAt: number;
}
