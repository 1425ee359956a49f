//! Rows of one table, column by column, and how they become a Parquet file.

use parallax_publish::tables::{Cell, Kind, Table};
use parquet::{
    basic::{Compression, ZstdLevel},
    data_type::{BoolType, ByteArray, ByteArrayType, Int64Type},
    errors::ParquetError,
    file::{
        properties::{WriterProperties, WriterVersion},
        writer::{SerializedColumnWriter, SerializedFileWriter},
    },
    schema::parser::parse_message_type,
};
use std::{fmt::Write as _, io::Write, sync::Arc};

/// Bytes that a cell takes beside its words.
const CELL: usize = 8;

/// Rows that are not written yet.
#[derive(Debug)]
pub(crate) struct Sheet {
    schema: String,
    columns: Vec<Values>,
}

/// The cells of one column: the values, and for each row whether there is one.
#[derive(Debug)]
struct Values {
    there: Vec<i16>,
    data: Data,
}

#[derive(Debug)]
enum Data {
    Text(Vec<ByteArray>),
    Whole(Vec<i64>),
    Flag(Vec<bool>),
}

impl Sheet {
    pub(crate) fn new(table: &Table) -> Self {
        let mut schema = format!("message {} {{", table.name);
        let mut columns = Vec::with_capacity(table.columns.len());
        for column in table.columns {
            let (kind, data) = match column.kind {
                Kind::Words | Kind::Name => ("BYTE_ARRAY %(STRING)", Data::Text(Vec::new())),
                Kind::Whole => ("INT64 %", Data::Whole(Vec::new())),
                Kind::Flag => ("BOOLEAN %", Data::Flag(Vec::new())),
                Kind::Moment => ("INT64 %(TIMESTAMP(MICROS,true))", Data::Whole(Vec::new())),
            };
            let field = kind.replace('%', &format!("{} ", column.name));
            write!(schema, " OPTIONAL {field};").expect("a string takes it");
            columns.push(Values { there: Vec::new(), data });
        }
        schema.push_str(" }");
        Self { schema, columns }
    }

    /// Takes a row; gives how many bytes it holds.
    pub(crate) fn put(&mut self, cells: Vec<Cell<'_>>) -> usize {
        self.columns.iter_mut().zip(cells).map(|(column, cell)| column.put(cell)).sum()
    }

    /// Writes all rows as one Parquet file.
    pub(crate) fn write<W: Write + Send>(self, to: W, made_by: &str) -> Result<W, ParquetError> {
        let schema = Arc::new(parse_message_type(&self.schema)?);
        let properties = WriterProperties::builder()
            .set_created_by(made_by.to_owned())
            .set_writer_version(WriterVersion::PARQUET_1_0)
            .set_compression(Compression::ZSTD(ZstdLevel::default()))
            .build();
        let mut file = SerializedFileWriter::new(to, schema, Arc::new(properties))?;
        let mut group = file.next_row_group()?;
        for column in self.columns {
            let Some(mut writer) = group.next_column()? else { break };
            column.write(&mut writer)?;
            writer.close()?;
        }
        group.close()?;
        file.into_inner()
    }
}

impl Values {
    fn put(&mut self, cell: Cell<'_>) -> usize {
        let bytes = match (&mut self.data, cell) {
            (Data::Text(values), Cell::Words(words) | Cell::Name(words)) => {
                let bytes = words.len();
                values.push(ByteArray::from(words.into_owned().into_bytes()));
                Some(bytes)
            }
            (Data::Whole(values), Cell::Whole(number)) => {
                values.push(number);
                Some(0)
            }
            (Data::Whole(values), Cell::Moment(at)) => {
                values.push(at.as_microsecond());
                Some(0)
            }
            (Data::Flag(values), Cell::Flag(so)) => {
                values.push(so);
                Some(0)
            }
            _ => None,
        };
        self.there.push(i16::from(bytes.is_some()));
        bytes.unwrap_or_default() + CELL
    }

    fn write(&self, to: &mut SerializedColumnWriter<'_>) -> Result<(), ParquetError> {
        let there = Some(self.there.as_slice());
        match &self.data {
            Data::Text(values) => to.typed::<ByteArrayType>().write_batch(values, there, None),
            Data::Whole(values) => to.typed::<Int64Type>().write_batch(values, there, None),
            Data::Flag(values) => to.typed::<BoolType>().write_batch(values, there, None),
        }
        .map(drop)
    }
}

#[cfg(test)]
mod tests {
    use super::Sheet;
    use parallax_publish::tables::{Cell, TABLES};
    use parquet::file::reader::{FileReader, SerializedFileReader};

    #[test]
    fn every_table_can_be_written_and_read_the_same_bytes_each_time() {
        for table in TABLES {
            let written = || {
                let mut sheet = Sheet::new(&table);
                sheet.put(table.columns.iter().map(|_| Cell::Empty).collect());
                let filled = table.columns.iter().map(|column| Cell::Name(column.name.into()));
                sheet.put(filled.collect());
                sheet.write(Vec::new(), "test").unwrap()
            };
            assert_eq!(written(), written(), "{}", table.name);
            let file = tempfile::tempfile().unwrap();
            std::io::Write::write_all(&mut &file, &written()).unwrap();
            let read = SerializedFileReader::new(file).unwrap();
            assert_eq!(read.metadata().file_metadata().num_rows(), 2);
            let columns = read.metadata().file_metadata().schema_descr().num_columns();
            assert_eq!(columns, table.columns.len(), "{}", table.name);
        }
    }
}
