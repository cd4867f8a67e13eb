using NpgsqlTypes;
using Tocsin.Identity;
using Tocsin.Journal.Writing;

namespace Tocsin.Journal.PostgreSql;

/// <summary>The heads of a batch, column by column.</summary>
internal sealed class HeadColumns(AppendColumns columns)
{
    private readonly List<int> _request = columns.Number();
    private readonly List<string?> _stream = columns.Text();
    private readonly List<short> _kind = columns.Small();
    private readonly List<int> _expected = columns.Number();
    private readonly List<int> _version = columns.Number();
    private readonly List<int?> _last = columns.Add<int?>(NpgsqlDbType.Integer);
    private readonly List<bool> _open = columns.Flag();
    private readonly List<short> _status = columns.Small();
    private readonly List<short> _priority = columns.Small();
    private readonly List<string?> _station = columns.Text();
    private readonly List<DateTime?> _due = columns.Time();
    private readonly List<DateTime?> _late = columns.Time();
    private readonly List<DateTime?> _listed = columns.Time();
    private readonly List<short> _bucket = columns.Small();
    private readonly List<short> _code = columns.Small();
    private readonly List<string?> _view = columns.Text();
    private readonly List<int?> _sum = columns.Add<int?>(NpgsqlDbType.Integer);

    /// <summary>Adds the heads of a request, whose events come behind <paramref name="eventsBefore"/> others.</summary>
    /// <returns>The number of the first of them, from 1.</returns>
    public int Add(int number, PreparedAppend append, int eventsBefore)
    {
        var first = _request.Count + 1;
        var heads = append.Request.Heads;
        for (var i = 0; i < heads.Count; i++)
        {
            var board = heads[i].Board;
            var stream = heads[i].Stream;
            _request.Add(number);
            _stream.Add(stream.ToString());
            _kind.Add((short)stream.Kind);
            _expected.Add(heads[i].ExpectedVersion);
            _version.Add(append.Versions[i]);
            _last.Add(board is null ? null : eventsBefore + LastEventOf(stream, append) + 1);
            _open.Add(board?.Open ?? false);
            _status.Add(board?.Status ?? 0);
            _priority.Add(board?.Priority ?? 0);
            _station.Add(board?.Station);
            _due.Add(AppendColumns.Utc(board?.DueAt));
            _late.Add(AppendColumns.Utc(board?.LateAt));
            _listed.Add(AppendColumns.Utc(heads[i].ListedAt));
            _bucket.Add(stream.Bucket);
            _code.Add(board?.ViewCode ?? 0);
            _view.Add(board?.View ?? "");
            _sum.Add(append.BoardSums[i]);
        }

        return first;
    }

    private static int LastEventOf(StreamId stream, PreparedAppend append)
    {
        var i = append.Events.Count - 1;
        while (append.Events[i].Stream != stream)
            i--;
        return i;
    }
}
