-- What agents deny of a waiting fix stood among its open questions as an English sentence, found again by its first words. It
-- becomes its code with the counts, so that the next answer takes its place. Other questions stand as they were written.
UPDATE fixes SET body = json_set(body, '$.openQuestions', (
  SELECT json_group_array(json(CASE
    WHEN value LIKE 'agents answered that it was not what helped: %' THEN json_object(
      'code', 'ask.denied',
      'values', json_object(
        'denied', json_extract(body, '$.answers.denied'),
        'asked', json_extract(body, '$.answers.denied') + json_extract(body, '$.answers.confirmed')))
    WHEN type = 'text' THEN json_quote(value)
    ELSE value END))
  FROM json_each(body, '$.openQuestions')))
WHERE state IN ('in_review', 'escalated') AND json_extract(body, '$.answers.denied') IS NOT NULL;
