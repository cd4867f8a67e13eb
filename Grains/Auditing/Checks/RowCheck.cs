namespace Tocsin.Auditing.Checks;

/// <summary>
/// The narrow rows, which reports read, are exactly those that the events lead to: none is missing, none is left over.
/// </summary>
internal sealed class RowCheck(AuditFindings findings) : IAuditCheck
{
    /// <inheritdoc/>
    public void See(AuditedStream stream)
    {
        if (stream.RowsDue is not { } due)
            return;
        Compare(stream, "incident", stream.Rows.Incidents, due.Incidents, _ => 0);
        Compare(stream, "response", stream.Rows.Responses, due.Responses, r => r.Ordinal);
        Compare(stream, "call", stream.Rows.Calls, due.Calls, _ => 0);
    }

    private void Compare<T>(AuditedStream stream, string table, List<T> rows, List<T> due, Func<T, int> ordinal)
        where T : notnull
    {
        foreach (var wanted in due)
        {
            if (rows.Find(r => ordinal(r) == ordinal(wanted)) is not { } row)
            {
                Add(FindingKind.RowMissing, stream, $"its {table} row {ordinal(wanted)} is missing");
            }
            else if (!row.Equals(wanted))
            {
                Add(
                    FindingKind.RowDiffers,
                    stream,
                    $"its {table} row {ordinal(wanted)} differs in {string.Join(", ", Differences.Of(row, wanted))}");
            }
        }

        foreach (var row in rows.Where(r => due.TrueForAll(d => ordinal(d) != ordinal(r))))
            Add(FindingKind.RowWithoutEvents, stream, $"its {table} row {ordinal(row)} belongs to nothing that happened");
    }

    private void Add(FindingKind kind, AuditedStream stream, string words) =>
        findings.Add(kind, stream.Stream.ToString(), stream.Last.Position, words);
}
