using Npgsql;
using Tocsin.Deciding;
using Tocsin.Hosting;
using Tocsin.Identity;
using Tocsin.Journal;
using Tocsin.Journal.Damage;
using Tocsin.Journal.Writing;
using Tocsin.PastBoards;
using Tocsin.Units;

namespace Tocsin.Tests.Seeding.PostgreSql;

/// <summary>Chains the events of a past, and copies them and all that an append would have left beside them into the tables.</summary>
internal sealed class SeedCopy : IAsyncDisposable
{
    private static readonly (string Table, string Columns)[] Tables =
    [
        ("journal", "position, stream, version, kind, occurred_at, recorded_at, actor, command_id, line, hash, sum"),
        ("board", "stream, kind, version, hash, position, open, status, priority, station, due_at, late_at, "
            + "listed_at, bucket, view_code, view, sum"),
        ("command", "id, digest, stream, version, status, extra"),
        ("personal", "stream, value"),
        ("board_mark", "epoch, slot, position, at, items"),
        ("unit_state", "stream, version, hash, rules, state"),
        ("seal", "minute, position, count, digest, hmac"),
        ("incident_row", NarrowCopy.IncidentColumns),
        ("response_row", NarrowCopy.ResponseColumns),
        ("call_row", NarrowCopy.CallColumns),
    ];

    private readonly Dictionary<StreamId, SeedHead> _heads = [];
    private readonly List<TableCopy> _all = [];
    private readonly NpgsqlDataSource _source;
    private readonly string _epoch;
    private readonly TableCopy _journal;
    private readonly TableCopy _board;
    private readonly TableCopy _commands;
    private readonly TableCopy _personal;
    private readonly TableCopy _marks;
    private readonly TableCopy _units;
    private readonly NarrowCopy _narrow;
    private readonly SeedSeals _seals;
    private (long Position, DateTimeOffset RecordedAt) _end;

    private SeedCopy(NpgsqlDataSource source, string epoch, Queue<TableCopy> tables, byte[] sealKey)
    {
        (_source, _epoch) = (source, epoch);
        _all.AddRange(tables);
        _journal = tables.Dequeue();
        _board = tables.Dequeue();
        _commands = tables.Dequeue();
        _personal = tables.Dequeue();
        _marks = tables.Dequeue();
        _units = tables.Dequeue();
        _seals = new SeedSeals(tables.Dequeue(), sealKey);
        _narrow = new NarrowCopy(tables.Dequeue(), tables.Dequeue(), tables.Dequeue());
    }

    public static async Task<SeedCopy> BeginAsync(NpgsqlDataSource source, byte[] sealKey)
    {
        await using var epoch = source.CreateCommand("select journal_epoch()");
        var tables = new Queue<TableCopy>();
        foreach (var (table, columns) in Tables)
            tables.Enqueue(await TableCopy.BeginAsync(source, table, columns));
        return new SeedCopy(source, (string)(await epoch.ExecuteScalarAsync())!, tables, sealKey);
    }

    public void Write(SeedBatch batch)
    {
        foreach (var happened in batch.Events)
            Write(happened);
        foreach (var ended in batch.Ended)
            Write(ended);
        foreach (var (id, key, stream, version) in batch.Commands)
            _commands.Row().Id(id.Value).Bytes(key.Digest).Text(stream.ToString()).Number(version).Small(key.Status).Text(key.Extra);
        foreach (var entry in batch.Personal)
            _personal.Row().Text(entry.Stream.ToString()).Text(entry.Value);
        foreach (var mark in batch.Marks)
            _marks.Row()
                .Text(_epoch)
                .Big(mark.At.UtcTicks / PastBoardLimits.MarkInterval.Ticks)
                .Big(mark.Position)
                .Time(mark.At)
                .Text(mark.Items);
    }

    /// <summary>Ends all tables; the program goes on behind the last event.</summary>
    /// <returns>How many seals there are.</returns>
    public async Task<long> EndAsync(DateTimeOffset endsAt)
    {
        _seals.End(endsAt);
        foreach (var table in _all)
            await table.EndAsync();
        await using var end = _source.CreateCommand("update journal_end set position = $1, recorded_at = $2");
        end.Parameters.Add(new NpgsqlParameter { Value = _end.Position });
        end.Parameters.Add(new NpgsqlParameter { Value = _end.RecordedAt.UtcDateTime });
        await end.ExecuteNonQueryAsync();
        return _seals.Count;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var table in _all)
            await table.DisposeAsync();
    }

    private void Write(in SeedEvent happened)
    {
        var (prepared, recordedAt) = (happened.Prepared, happened.RecordedAt);
        _seals.Before(recordedAt);
        var line = EventLine.Whole(prepared, recordedAt);
        var hash = EventLine.Hash(_heads.TryGetValue(prepared.Stream, out var head) ? head.Hash : EventLine.FirstHash, line);
        _heads[prepared.Stream] = new SeedHead(happened.Position, hash);
        var stream = prepared.Stream.ToString();
        _seals.Moved(stream, prepared.Version, hash, happened.Position);
        _end = (happened.Position, recordedAt);
        _journal.Row()
            .Big(happened.Position)
            .Text(stream)
            .Number(prepared.Version)
            .Text(prepared.Kind)
            .Time(prepared.OccurredAt)
            .Time(recordedAt)
            .Text(happened.Actor.Subject).Id(happened.Command.Value).Text(line).Bytes(hash)
            .Number(prepared.Sum ^ RowSum.End(hash, new JournalPosition(happened.Position)));
        if (happened.Kept is { } unit)
            _units.Row()
                .Text(stream)
                .Number(unit.Version)
                .Text(Convert.ToHexStringLower(hash))
                .Number(UnitState.RulesNumber)
                .Text(UnitSnapshotJson.Write(unit));
    }

    private void Write(IStreamState ended)
    {
        _heads.Remove(ended.Stream, out var head);
        var board = ended.ToBoard();
        _board.Row().Text(ended.Stream.ToString()).Small((short)ended.Stream.Kind).Number(ended.Version).Bytes(head.Hash).Big(head.Position)
            .Flag(board.Open).Small(board.Status).Small(board.Priority).Text(board.Station).Time(board.DueAt).Time(board.LateAt)
            .Time(ended.ListedAt).Small(ended.Stream.Bucket).Small(board.ViewCode).Text(board.View)
            .Number(RowSum.OfBoard(
                ended.Stream.ToString(), (long)ended.Stream.Kind, ended.Stream.Bucket, ended.Version, board, ended.ListedAt)
                ^ RowSum.End(head.Hash, new JournalPosition(head.Position)));
        var rows = new NarrowRows();
        ended.AddRows(StreamDefinitions.Catalogue.Initial(ended.Stream), rows);
        _narrow.Write(rows);
    }

    private readonly record struct SeedHead(long Position, byte[] Hash);
}
