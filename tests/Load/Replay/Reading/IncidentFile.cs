using System.Globalization;
using CsvHelper;
using Tocsin.Tests.Load.Contract;

namespace Tocsin.Tests.Load.Replay.Reading;

/// <summary>
/// Reads San Francisco's open data "Fire Department Calls for Service": any days of it, columns in any order,
/// headings as the export or as the interface writes them. What it cannot use it lists; it drops nothing silently.
/// </summary>
public sealed class IncidentFile(TimeZoneInfo zone)
{
    private const int LongestWord = 100;
    private const int LongestAddress = 200;
    private readonly LocalClock clock = new(zone);
    private readonly List<NotCarried> notCarried = [];
    private readonly List<string> notes = [];
    private readonly Dictionary<(string Incident, string Text), DateTimeOffset> receipts = [];

    /// <summary>Reads the file at <paramref name="path"/>.</summary>
    /// <exception cref="UnusableFileException">It is not of this format, or has no rows.</exception>
    public static Readings Read(string path, TimeZoneInfo zone)
    {
        using var text = new StreamReader(path);
        return new IncidentFile(zone).Read(text);
    }

    /// <summary>Reads all of <paramref name="text"/>.</summary>
    /// <exception cref="UnusableFileException">It is not of this format, or has no rows.</exception>
    public Readings Read(TextReader text)
    {
        var options = new CsvReaderOptions
        {
            TrackLineNumbers = true,
            OnMalformedRecord = r => notes.Add($"Line {r.LineNumber} is not well-formed CSV ({r.Reason}); it was read as far as it goes."),
        };
        using var reader = CsvReader.Create(text, options);
        var headings = reader.Headers.ToArray();
        if (headings.Length == 0)
            throw new UnusableFileException("The file is empty.");

        var columns = Columns(headings);
        var seen = new Dictionary<string, int>();
        var read = new List<FileRow>();
        var lines = 0;
        while (reader.Read())
        {
            lines++;
            var line = (int)reader.LineNumber;
            var cells = new string[reader.FieldCount];
            for (var i = 0; i < cells.Length; i++)
                cells[i] = reader.GetString(i).Trim();
            if (cells.Length != headings.Length)
                notes.Add($"Line {line} has {cells.Length} cells for {headings.Length} headings; what is missing is taken as empty.");
            var whole = string.Join('\u001f', cells);
            if (!seen.TryAdd(whole, line))
                Refuse(line, columns, cells, Fields.Row, string.Empty, FileCodes.DuplicateRow, $"the same as line {seen[whole]}");
            else if (Row(line, columns, cells) is { } row)
                read.Add(row);
        }

        if (lines == 0)
            throw new UnusableFileException("The file has headings and no rows.");
        if (clock.Seen.Ambiguous > 0)
        {
            notes.Add($"{clock.Seen.Ambiguous} local times fall into the hour that is lived twice: "
                + "read so that the row's times follow one another closely, else as the first.");
        }

        if (clock.Seen.InGap > 0)
        {
            notes.Add(
                $"{clock.Seen.InGap} local times fall into the hour that is left out: read as if the clock had not been put forward.");
        }

        return new Readings(lines, read, notCarried, notes);
    }

    private Dictionary<string, int> Columns(string[] headings)
    {
        var columns = new Dictionary<string, int>();
        for (var i = 0; i < headings.Length; i++)
        {
            if (!columns.TryAdd(Column.Plain(headings[i]), i))
                notes.Add($"The heading '{headings[i]}' stands twice; the first column counts.");
        }

        var missing = Column.Required.Where(c => !columns.ContainsKey(c)).ToList();
        if (!columns.ContainsKey(Column.Incident) && !columns.ContainsKey(Column.Call))
            missing.Add($"{Column.Incident} or {Column.Call}");
        if (missing.Count > 0)
        {
            throw new UnusableFileException(
                $"The file has no column {string.Join(", ", missing)}: it is not 'Fire Department Calls for Service'.");
        }

        foreach (var absent in Column.Optional.Where(c => !columns.ContainsKey(c)))
            notes.Add($"The file has no column {absent}.");
        if (!Column.Places.Any(columns.ContainsKey))
            notes.Add("The file has no column with coordinates.");
        return columns;
    }

    private FileRow? Row(int line, Dictionary<string, int> columns, string[] cells)
    {
        string Cell(string column, int most = LongestWord)
        {
            var raw = columns.TryGetValue(column, out var at) && at < cells.Length ? cells[at].Trim() : string.Empty;
            var clean = CleanText.Of(raw, most);
            if (clean != raw)
                Refuse(line, columns, cells, column, raw, FileCodes.Altered, $"taken as '{clean}'");
            return clean;
        }

        var call = Cell(Column.Call);
        var incident = Cell(Column.Incident) is { Length: > 0 } number ? number : call;
        var unitText = Cell(Column.Unit);
        var unit = CleanText.Id(unitText);
        if (incident.Length == 0)
            return Refuse(line, columns, cells, Fields.Row, string.Empty, FileCodes.NoIncident);
        if (unit.Length == 0)
            Refuse(line, columns, cells, Fields.Unit, string.Empty, FileCodes.NoUnit, "the incident is carried, this response is not");
        else if (unit != unitText)
            Refuse(line, columns, cells, Fields.Unit, unitText, FileCodes.Altered, $"registered as '{unit}'");

        var station = Cell("stationarea") is { Length: > 0 } area ? area : Cell("battalion");
        return new FileRow(
            line,
            incident,
            call,
            unit,
            Cell("unittype"),
            bool.TryParse(Cell("alsunit"), out var als) && als,
            int.TryParse(Cell("unitsequenceincalldispatch"), NumberStyles.Integer, CultureInfo.InvariantCulture, out var sequence)
                ? sequence
                : int.MaxValue,
            Cell("calltype"),
            Cell("finalpriority"),
            Cell("callfinaldisposition"),
            station,
            Cell("box"),
            Place(),
            Times(line, incident, columns, cells));

        PlaceView? Place()
        {
            string[] parts = [Cell("address", LongestAddress), Cell("city"), Cell("zipcodeofincident")];
            var whole = string.Join(", ", parts.Where(p => p.Length > 0));
            var address = CleanText.Of(whole, LongestAddress);
            if (address != whole)
                Refuse(line, columns, cells, Fields.Place, whole, FileCodes.Altered, $"taken as '{address}'");
            var text = Column.Places.FirstOrDefault(columns.ContainsKey) is { } column && columns[column] < cells.Length
                ? cells[columns[column]].Trim()
                : string.Empty;
            var point = PlaceText.Read(text);
            if (point is null && text.Length > 0)
                Refuse(line, columns, cells, Fields.Place, text, FileCodes.BadPlace, "carried without coordinates");
            return address.Length == 0 && point is null
                ? null
                : new PlaceView(point?.Lat, point?.Lon, address.Length == 0 ? null : address);
        }
    }

    private RowTimes Times(int line, string incident, Dictionary<string, int> columns, string[] cells)
    {
        var locals = new DateTime?[Column.Times.Count];
        var instants = new DateTimeOffset?[Column.Times.Count];
        for (var i = 0; i < locals.Length; i++)
        {
            var text = Text(i);
            if (text.Length == 0)
                continue;
            if (!TimeText.TryRead(text, out var local, out instants[i]))
                Refuse(line, columns, cells, Column.TimeFields[i], text, FileCodes.BadTime);
            else if (instants[i] is null)
                locals[i] = local;
        }

        // The rows of one incident share one receipt: what the first row made of an ambiguous time holds for all.
        var fixedReceipt = instants[0] ?? (receipts.TryGetValue((incident, Text(0)), out var known) ? known : null);
        var read = clock.Read(locals, fixedReceipt);
        for (var i = 0; i < read.Length; i++)
            read[i] ??= instants[i];
        if (read[0] is { } received)
            receipts.TryAdd((incident, Text(0)), received);
        return new RowTimes(read[0], read[1], read[2], read[3], read[4], read[5], read[6], read[7]);

        string Text(int i) => columns.TryGetValue(Column.Times[i], out var at) && at < cells.Length ? cells[at].Trim() : string.Empty;
    }

    private FileRow? Refuse(
        int line, Dictionary<string, int> columns, string[] cells, string field, string value, string code, string detail = "")
    {
        string Raw(string column) =>
            columns.TryGetValue(column, out var at) && at < cells.Length ? CleanText.Of(cells[at], LongestWord) : string.Empty;
        var incident = Raw(Column.Incident) is { Length: > 0 } number ? number : Raw(Column.Call);
        notCarried.Add(new NotCarried(line, incident, Raw(Column.Unit), field, CleanText.Of(value, LongestAddress), code, detail));
        return null;
    }
}
