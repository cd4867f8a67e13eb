using Tocsin.Identity;

namespace Tocsin.StreamKinds;

/// <summary>
/// A stream holds an event, or is of a kind, that this process does not know: a newer version of the program wrote it. Nothing was written.
/// It leaves a grain as a <see cref="Journal.JournalUnavailableException"/> with <see
/// cref="Journal.JournalUnavailableException.NewerVersion"/>.
/// </summary>
public sealed class NewerVersionException : Exception
{
    /// <summary>Makes one with its reason.</summary>
    public NewerVersionException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }

    /// <summary>Makes one without a reason.</summary>
    public NewerVersionException()
        : this("A newer version of the program wrote this.")
    {
    }

    /// <summary>Makes one with its reason.</summary>
    public NewerVersionException(string message)
        : this(message, null)
    {
    }

    /// <summary>
    /// The event that was not known, as the stream's word and the event's kind, e.g. <c>incident/NoteAdded</c>; null: the kind of stream is
    /// unknown.
    /// </summary>
    public string? Unknown { get; private init; }

    /// <summary>A stream of a kind that this process does not know.</summary>
    public static NewerVersionException OfKind(StreamId stream) =>
        new($"The kind of the stream '{stream}' is unknown to this process: a newer version wrote it.");

    /// <summary>An event of a kind that this process does not know.</summary>
    public static NewerVersionException OfEvent(StreamId stream, string kind) =>
        new($"The event kind '{kind}' in {stream} is unknown to this process: a newer version wrote it.")
        {
            Unknown = string.Concat(new StreamId(stream.Kind, "").ToString(), kind),
        };
}
