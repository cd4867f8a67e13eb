using Tocsin.Journal;
using Tocsin.Journal.Sealing;

namespace Tocsin.Auditing;

/// <summary>
/// One concern of the audit. It is handed everything in the total order, and adds what is wrong to the findings that it was made with; it
/// reads nothing itself and keeps no events. A further concern is a further class, named in <see cref="AuditChecks"/>.
/// </summary>
public interface IAuditCheck
{
    /// <summary>Sees an event; all before it have been seen.</summary>
    void See(AuditedEvent happened)
    {
    }

    /// <summary>The events of one command have all been seen.</summary>
    /// <param name="position">The last of them.</param>
    void EndAppend(JournalPosition position)
    {
    }

    /// <summary>Sees a stream whose last event has just been seen, unless its board row is missing or at another version.</summary>
    void See(AuditedStream stream)
    {
    }

    /// <summary>Sees a seal; all events up to its position have been seen, and none after it.</summary>
    void See(Seal seal)
    {
    }

    /// <summary>Everything has been seen.</summary>
    /// <param name="position">The last event; <see cref="JournalPosition.Start"/> when there is none.</param>
    void End(JournalPosition position)
    {
    }
}
