using Tocsin.Identity;

namespace Tocsin.Journal.Damage;

/// <summary>
/// What was to be read is damaged: a row does not fit its checksum, an event of a stream is missing, or the database itself says that a
/// page is broken. Nothing was written. It leaves a grain as a <see cref="JournalUnavailableException"/> with <see
/// cref="JournalUnavailableException.Damaged"/>.
/// </summary>
public sealed class DamagedException : Exception
{
    /// <summary>Makes one with its reason.</summary>
    public DamagedException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }

    /// <summary>Makes one without a reason.</summary>
    public DamagedException()
        : this("What is stored is damaged.")
    {
    }

    /// <summary>Makes one with its reason.</summary>
    public DamagedException(string message)
        : this(message, null)
    {
    }

    /// <summary>A board row.</summary>
    public static DamagedException OfRow(StreamId stream) => new($"The board row of {stream} is damaged.");

    /// <summary>An event.</summary>
    public static DamagedException OfLine(StreamId stream, JournalPosition position) =>
        new($"The event at position {position}, of {stream}, is damaged.");

    /// <summary>An event that should stand there and does not.</summary>
    public static DamagedException OfGap(StreamId stream, int version) => new($"Version {version} of {stream} is missing.");

    /// <summary>A page or an index of the database.</summary>
    public static DamagedException OfFile(Exception inner) => new("The database says that a part of it is damaged.", inner);
}
