using Tocsin.Identity;

namespace Tocsin.Deciding;

/// <summary>The journal holds an event of a kind that this program does not know: a newer one wrote it. The stream is not touched.</summary>
public sealed class UnknownEventKindException(StreamId stream, string kind)
    : Exception($"The event kind '{kind}' in {stream} is unknown to this program: a newer version wrote it.")
{
    /// <summary>Makes one without a stream.</summary>
    public UnknownEventKindException()
        : this(default, "")
    {
    }

    /// <summary>Makes one with a kind only.</summary>
    public UnknownEventKindException(string message)
        : this(default, message)
    {
    }

    /// <summary>Makes one with a kind only.</summary>
    public UnknownEventKindException(string message, Exception inner)
        : this(default, message) => _ = inner;
}
