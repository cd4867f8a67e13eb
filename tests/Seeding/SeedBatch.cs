using Tocsin.Commands;
using Tocsin.Deciding;
using Tocsin.Identity;
using Tocsin.Journal;
using Tocsin.Journal.Writing;
using Tocsin.Units;

namespace Tocsin.Tests.Seeding;

/// <summary>A piece of the past on its way into the database, in order.</summary>
internal sealed class SeedBatch
{
    /// <summary>How many events a batch has before it is handed on.</summary>
    public const int Size = 5_000;

    public List<SeedEvent> Events { get; } = new(Size + 64);

    /// <summary>Streams of which nothing more will be told, as they ended.</summary>
    public List<IStreamState> Ended { get; } = [];

    public List<CommandRow> Commands { get; } = [];

    public List<PersonalEntry> Personal { get; } = [];

    public List<SeedMark> Marks { get; } = [];
}

/// <summary>An event, all but its hash; with the unit's state where a silo would have kept it.</summary>
internal readonly record struct SeedEvent(
    long Position, PreparedEvent Prepared, DateTimeOffset RecordedAt, Actor Actor, CommandId Command, UnitState? Kept);

/// <summary>What stood on the board at a position.</summary>
internal readonly record struct SeedMark(long Position, DateTimeOffset At, string Items);
