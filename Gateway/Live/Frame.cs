using System.Text;
using Tocsin.Policies;
using Tocsin.Recording;

namespace Tocsin.Live;

/// <summary>An event as clients get it: made when the first client needs it, once for all.</summary>
/// <param name="happened">The event.</param>
/// <param name="view">The board's JSON of its thing, UTF-8; null when it is not on the board.</param>
/// <param name="call">The call, UTF-8, if it is about one.</param>
/// <param name="before">Whom the thing concerned before; null when it is not known, or not on the board.</param>
/// <param name="after">Whom it concerns now; null when it is not on the board.</param>
/// <param name="isOld">
/// Whether whom it concerned just before is not known, only whom it ever did: those whom the thing does not concern now are then told that
/// something happened to it, and not what.
/// </param>
internal sealed class Frame(
    LiveEvent happened, byte[]? view, byte[]? call, BoardScope? before, BoardScope? after, bool isOld = false)
{
    private byte[]? _full;
    private byte[]? _gone;
    private uint? _fullFields;
    private uint? _goneFields;

    /// <summary>The event.</summary>
    public LiveEvent Event => happened;

    /// <summary>Its size in bytes without its first lines: exact enough for limits, without making it.</summary>
    public int Size => happened.Json.Length + (view?.Length ?? 0) + (call?.Length ?? 0);

    // Two clients at the same time may both make it: the bytes are equal.
    private byte[] Full => _full ??= FrameText.Event(happened, view, call);

    /// <summary>The frame for clients that the thing no longer concerns.</summary>
    private byte[] Gone => _gone ??= FrameText.Event(isOld ? BareEvent.Of(happened) : happened, null);

    /// <summary>The bytes that a client gets; null: the event does not concern it.</summary>
    public byte[]? For(FeedFilter filter, DateTimeOffset now)
    {
        // Who is blocked, and why, is for fewer than see the board.
        if (happened.Stream == SettingIds.BlockedSubjectsStream)
            return null;
        if (filter.Kinds is { } kinds && !kinds.Contains(happened.Kind))
            return null;
        if (filter.SeesAll)
            return Full;
        if (after is null)
            return filter.Passes(happened.Stream) ? Full : null;
        if (filter.Passes(after, now))
            return Full;
        return before is not null && filter.Passes(before, now) ? Gone : null;
    }

    /// <summary>The personal fields in bytes that a client got of this frame; see <see cref="PersonalFields"/>.</summary>
    public uint FieldsOf(byte[] bytes) => ReferenceEquals(bytes, _gone)
        ? _goneFields ??= PersonalFields.In(Encoding.UTF8.GetString(bytes))
        : _fullFields ??= PersonalFields.In(Encoding.UTF8.GetString(bytes));
}
