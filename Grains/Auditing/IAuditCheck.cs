using Tocsin.Journal;
using Tocsin.Journal.Sealing;

namespace Tocsin.Auditing;

/// <summary>
/// One check of the audit. It gets everything in the total order, and adds what is wrong to the findings. It reads nothing itself and
/// keeps no events. A new check is a new class, listed in <see cref="AuditChecks"/>.
/// </summary>
public interface IAuditCheck
{
    /// <summary>Takes the next event.</summary>
    void See(AuditedEvent happened)
    {
    }

    /// <summary>All events of one command have been taken.</summary>
    /// <param name="position">The position of the last of them.</param>
    void EndAppend(JournalPosition position)
    {
    }

    /// <summary>Takes a stream right after its last event, unless its board row is missing or at another version.</summary>
    void See(AuditedStream stream)
    {
    }

    /// <summary>Takes a seal, after all events up to its position and before the next one.</summary>
    void See(Seal seal)
    {
    }

    /// <summary>Everything has been taken.</summary>
    /// <param name="position">The position of the last event; <see cref="JournalPosition.Start"/> if there is none.</param>
    void End(JournalPosition position)
    {
    }
}
