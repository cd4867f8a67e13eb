using Tocsin.Journal;
using Tocsin.Journal.Sealing;

namespace Tocsin.Tests.Journal.Conformance;

/// <summary>One process's journal, open on a database.</summary>
public abstract class JournalHost : IAsyncDisposable
{
    public abstract IJournal Journal { get; }

    public abstract IJournalQueries Queries { get; }

    public abstract IJournalTail Tail { get; }

    public abstract ISealStore Seals { get; }

    /// <summary>Stops it as a graceful stop of the process does.</summary>
    public abstract ValueTask DisposeAsync();
}
