using Tocsin.Access;
using Tocsin.Auditing;
using Tocsin.Journal;
using Tocsin.Projections;

namespace Tocsin.Tests.Journal.Conformance;

/// <summary>A fresh database with its schema, gone when the test is over.</summary>
public abstract class JournalDatabase : IAsyncDisposable
{
    /// <summary>
    /// Deadlines that a busy machine does not reach: the suite is about what is written, the writer's own tests are about time.
    /// </summary>
    protected static JournalOptions PatientOptions =>
        new() { AppendDeadline = TimeSpan.FromSeconds(30), SettleDeadline = TimeSpan.FromSeconds(60) };

    /// <summary>Whether several hosts may be open on it at the same time.</summary>
    public abstract bool IsShared { get; }

    /// <summary>Opens a host on it.</summary>
    public abstract Task<JournalHost> OpenAsync(TimeProvider? time = null, JournalOptions? options = null);

    /// <summary>Does by hand what only a database can be asked to do: one statement that changes it.</summary>
    public abstract Task RunAsync(string sql);

    /// <summary>Opens it for the audit, beside whatever host is open on it.</summary>
    public abstract Task<IAuditSnapshot> AuditAsync();

    /// <summary>A time as its SQL writes it.</summary>
    public abstract string Time(DateTimeOffset time);

    /// <summary>Bytes as its SQL writes them.</summary>
    public abstract string Blob(ReadOnlySpan<byte> bytes);

    /// <summary>The table of the narrow rows of a thing: incident, response, call.</summary>
    public abstract string Narrow(string thing);

    /// <summary>Where rows of projections are.</summary>
    public abstract IProjectionStore Projections { get; }

    /// <summary>The access log.</summary>
    public abstract IAccessStore Access { get; }

    /// <summary>As <see cref="RunAsync"/>, where the access log is.</summary>
    public abstract Task RunOnAccessAsync(string sql);

    /// <summary>Does what bringing a backup back does to the epoch.</summary>
    public abstract Task MarkRestoredAsync();

    public abstract ValueTask DisposeAsync();
}
