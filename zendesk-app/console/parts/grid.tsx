import { Body, Cell, Head, HeaderCell, HeaderRow, Row, Table } from '@zendeskgarden/react-tables';
import type { ReactNode } from 'react';
import { Scroll } from './layout.tsx';

export interface Column<T> {
  name: string;
  cell: (row: T) => ReactNode;
  isNumeric?: boolean;
  /** In CSS pixels or percent. */
  width?: string;
}

/** Rows of one kind as a table that scrolls by itself where the page is narrow. */
export function Grid<T>(grid: {
  label: string;
  rows: readonly T[];
  columns: readonly Column<T>[];
  keyOf: (row: T) => string;
  minWidth?: number;
}) {
  const align = (column: Column<T>) => (column.isNumeric ? { textAlign: 'end' as const } : {});
  return (
    <Scroll aria-label={grid.label}>
      <Table aria-label={grid.label} style={{ minWidth: grid.minWidth ?? 640 }}>
        <Head>
          <HeaderRow>
            {grid.columns.map((column) => (
              <HeaderCell
                key={column.name}
                style={{ ...align(column), ...(column.width ? { width: column.width } : {}) }}
              >
                {column.name}
              </HeaderCell>
            ))}
          </HeaderRow>
        </Head>
        <Body>
          {grid.rows.map((row) => (
            <Row key={grid.keyOf(row)}>
              {grid.columns.map((column) => (
                <Cell key={column.name} style={align(column)}>
                  {column.cell(row)}
                </Cell>
              ))}
            </Row>
          ))}
        </Body>
      </Table>
    </Scroll>
  );
}
