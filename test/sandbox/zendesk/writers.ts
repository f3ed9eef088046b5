import { type Act, type At, People } from './access/people.ts';
import { createArticle } from './help-center/articles.ts';
import { updateTranslation } from './help-center/translations.ts';
import type { Article, Macro, MacroAction, Section, Translation } from './records.ts';
import { createMacro } from './tickets/macros.ts';
import { find, idOf, type Ref } from './world.ts';

/** What people write in the help center, and the replies they save. */
export class Writers extends People {
  addSection(s: { name: string; description?: string; at?: At }): Section {
    const at = this.when(s.at);
    const row: Section = {
      id: this.world.id(),
      name: s.name,
      description: s.description ?? '',
      categoryId: [...this.world.categories.keys()][0] ?? 0,
      locale: this.account.defaultLocale,
      position: this.world.sections.size,
      createdAt: at,
      updatedAt: at,
    };
    this.world.sections.set(row.id, row);
    return row;
  }

  /** Published and for everyone unless told otherwise. The body is sanitised as any other. */
  addArticle(
    a: Act & {
      section: Ref;
      title: string;
      body: string;
      locale?: string;
      author?: Ref;
      labels?: string[];
      userSegments?: Ref[];
      isDraft?: boolean;
    },
  ): Article {
    return createArticle(this.world, {
      sectionId: idOf(a.section),
      title: a.title,
      body: a.body,
      locale: a.locale ?? this.account.defaultLocale,
      authorId: a.author === undefined ? this.admin.id : idOf(a.author),
      permissionGroupId: [...this.world.permissionGroups.keys()][0] ?? 0,
      userSegmentIds: (a.userSegments ?? []).map(idOf),
      labels: a.labels ?? [],
      isDraft: a.isDraft ?? false,
      at: this.when(a.at),
      isSilent: a.isSilent ?? false,
    });
  }

  /** A person changes the live text in the help center: no webhook tells of it (Zendesk's webhook documentation). */
  humanEditArticle(e: {
    article: Ref;
    locale?: string;
    title?: string;
    body?: string;
    edit?: (body: string) => string;
    by?: Ref;
    at?: At;
  }): Translation {
    const article = find(this.world.articles, idOf(e.article));
    const translation = article.translations.get(e.locale ?? article.sourceLocale);
    if (translation === undefined) throw new Error(`article ${article.id} has no translation to edit`);
    updateTranslation(this.world, article, translation, {
      title: e.title,
      body: e.body ?? e.edit?.(translation.body),
      actorId: e.by === undefined ? this.admin.id : idOf(e.by),
      at: this.when(e.at),
    });
    return translation;
  }

  /** Active and every agent's unless told otherwise. */
  addMacro(m: {
    title: string;
    actions: MacroAction[];
    restriction?: Macro['restriction'];
    isActive?: boolean;
    description?: string;
    at?: At;
  }): Macro {
    return createMacro(this.world, {
      ...{ title: m.title, actions: m.actions, description: m.description ?? null },
      ...{ restriction: m.restriction ?? null, isActive: m.isActive ?? true, at: this.when(m.at) },
    });
  }

  /** A person changes what a macro says or does: no webhook tells of it. */
  humanEditMacro(e: { macro: Ref; actions?: MacroAction[]; restriction?: Macro['restriction']; at?: At }): Macro {
    const macro = find(this.world.macros, idOf(e.macro));
    const { actions = macro.actions, restriction = macro.restriction } = e;
    Object.assign(macro, { actions: structuredClone(actions), restriction, updatedAt: this.when(e.at) });
    return macro;
  }
}
