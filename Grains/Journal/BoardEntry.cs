using System.Text;
using Tocsin.Json;

namespace Tocsin.Journal;

/// <summary>
/// The present state of a stream, for lists, the watch and reads of one thing. Written by the append, together with the events.
/// </summary>
/// <param name="View">The thing as the contract shows it, JSON text, without personal data.</param>
/// <param name="ViewCode">
/// The number of the code that made <paramref name="View"/>; a view of older code is computed again when it is read.
/// </param>
/// <param name="Open">
/// Whether it belongs on the board: an incident that is not closed, a unit on duty, a call not disposed of; always for a station.
/// </param>
/// <param name="Status">The status as a number; its meaning belongs to the stream's kind.</param>
/// <param name="Priority">1 (most urgent) to 4; 0 where there is none.</param>
/// <param name="Station">The station that it belongs to, or null.</param>
/// <param name="DueAt">When the watch must look next; null when nothing is left to fire.</param>
public sealed record BoardEntry(
    string View, short ViewCode, bool Open, short Status, short Priority, string? Station, DateTimeOffset? DueAt)
{
    // The view as a value, so that the process that wrote it need not parse its text. It is not stored.
    private readonly Made _made;

    /// <summary>Since when it stands among what is late; null when it does not.</summary>
    public DateTimeOffset? LateAt { get; init; }

    /// <summary>Writes a view, and keeps it as a value for <see cref="ValueOf"/>.</summary>
    public static BoardEntry Of<T>(T view, short viewCode, bool open, short status, short priority, string? station, DateTimeOffset? dueAt)
        where T : class
    {
        var text = TocsinJson.Write(view);
        return new(text, viewCode, open, status, priority, station, dueAt, new Made(view, text));
    }

    /// <summary>The view as a value: as it was made, or else read from its text.</summary>
    /// <typeparam name="T">The view's type.</typeparam>
    /// <exception cref="System.Text.Json.JsonException">The text is no such view.</exception>
    public T ValueOf<T>()
        where T : class => ReferenceEquals(_made.Text, View) && _made.View is T made ? made : TocsinJson.Read<T>(View);

    /// <summary>The view's text in UTF-8.</summary>
    public byte[] Utf8() => Encoding.UTF8.GetBytes(View);

    private BoardEntry(
        string view, short viewCode, bool open, short status, short priority, string? station, DateTimeOffset? dueAt, Made made)
        : this(view, viewCode, open, status, priority, station, dueAt) => _made = made;

    // Not compared: two entries with the same text are equal.
    private readonly struct Made(object view, string text) : IEquatable<Made>
    {
        public object? View { get; } = view;

        public string? Text { get; } = text;

        public bool Equals(Made other) => true;

        public override bool Equals(object? obj) => obj is Made;

        public override int GetHashCode() => 0;
    }
}
