using Npgsql;
using NpgsqlTypes;
using Tocsin.Journal.Writing;

namespace Tocsin.Journal.PostgreSql;

/// <summary>The one message of a batch: <c>CALL append_5(…)</c> with its columns, and its answer.</summary>
internal sealed class AppendCall
{
    private const int Answers = 6;
    private readonly AppendColumns _columns = new();
    private readonly RequestColumns _requests;
    private readonly HeadColumns _heads;
    private readonly EventColumns _events;
    private readonly NarrowColumns _narrow;
    private readonly ListColumns _lists;

    /// <summary>Makes the columns, in the order of the procedure's parameters.</summary>
    public AppendCall()
    {
        _requests = new RequestColumns(_columns);
        _heads = new HeadColumns(_columns);
        _events = new EventColumns(_columns);
        _narrow = new NarrowColumns(_columns);
        _lists = new ListColumns(_columns);
        var count = Command.Parameters.Count;
        Command.CommandText = $"call append_5({string.Join(',', Enumerable.Range(1, count).Select(i => $"${i}"))},false,"
            + $"{string.Join(',', Enumerable.Repeat("null", Answers))})";
    }

    /// <summary>The command.</summary>
    public NpgsqlCommand Command => _columns.Command;

    /// <summary>Fills the columns with a batch.</summary>
    public void Fill(IReadOnlyList<PreparedAppend> batch)
    {
        _columns.Clear();
        for (var i = 0; i < batch.Count; i++)
        {
            var number = i + 1;
            _requests.Add(batch[i]);
            var firstHead = _heads.Add(number, batch[i], _events.Count);
            _events.Add(number, batch[i], firstHead);
            _narrow.Add(number, batch[i].Request);
            _lists.Add(number, batch[i].Request);
        }
    }

    /// <summary>Sends it and reads the answer; <see cref="AppendResult.Earlier"/> is still missing where a command is repeated.</summary>
    public async Task<AppendResult[]> SendAsync(IReadOnlyList<PreparedAppend> batch)
    {
        if (!Command.IsPrepared)
            await Command.PrepareAsync();
        await using var reader = await Command.ExecuteReaderAsync();
        if (!await reader.ReadAsync())
            throw new InvalidOperationException("The append gave no answer.");
        var epoch = new Epoch(reader.GetString(0));
        var outcomes = reader.GetFieldValue<short[]>(1);
        var stamp = await reader.IsDBNullAsync(2) ? default : new DateTimeOffset(reader.GetDateTime(2));
        var first = reader.GetFieldValue<long?[]>(3);
        var last = reader.GetFieldValue<long?[]>(4);
        var hashes = await reader.IsDBNullAsync(5) ? [] : reader.GetFieldValue<byte[]?[]>(5);
        var results = new AppendResult[batch.Count];
        var events = 0;
        for (var i = 0; i < results.Length; i++)
        {
            results[i] = first[i] is { } start && last[i] is { } end
                ? new AppendResult(AppendOutcome.Committed, epoch, new JournalPosition(start), new JournalPosition(end), stamp)
                {
                    Hashes = new ArraySegment<byte[]>(hashes!, events, batch[i].Events.Count),
                }
                : new AppendResult(Outcome(outcomes[i]), epoch);
            events += batch[i].Events.Count;
        }

        return results;
    }

    private static AppendOutcome Outcome(short number) => number switch
    {
        0 => AppendOutcome.Committed,
        1 => AppendOutcome.Conflict,
        2 => AppendOutcome.Repeated,
        3 => AppendOutcome.EpochMoved,
        4 => AppendOutcome.ClaimTaken,
        _ => throw new InvalidOperationException($"The append answered {number}, which this program does not know."),
    };

    private sealed class RequestColumns(AppendColumns columns)
    {
        private readonly List<string?> _epoch = columns.Text();
        private readonly List<Guid> _command = columns.Add<Guid>(NpgsqlDbType.Uuid);
        private readonly List<byte[]?> _digest = columns.Add<byte[]?>(NpgsqlDbType.Bytea);
        private readonly List<short> _status = columns.Small();
        private readonly List<string?> _extra = columns.Text();
        private readonly List<string?> _stream = columns.Text();
        private readonly List<int> _version = columns.Number();

        public void Add(PreparedAppend append)
        {
            var request = append.Request;
            _epoch.Add(request.Epoch.Value);
            _command.Add(request.CommandId.Value);
            _digest.Add(request.Key?.Digest);
            _status.Add(request.Key?.Status ?? 0);
            _extra.Add(request.Key?.Extra);
            _stream.Add(request.Heads[0].Stream.ToString());
            _version.Add(append.Versions[0]);
        }
    }
}
