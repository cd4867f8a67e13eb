namespace Tocsin.Versions;

/// <summary>
/// The kinds of events that a process reads, each with its newest form. Members of a cluster tell each other, so that none writes what
/// another cannot read.
/// </summary>
/// <param name="Forms">
/// By stream word and event kind, written <c>incident/NoteAdded</c>: the newest form that is read, 1 or more; see <see
/// cref="Journal.EventFormAttribute"/>.
/// </param>
[GenerateSerializer, Immutable, Alias("tocsin.Readables")]
public sealed record Readables([property: Id(0)] IReadOnlyDictionary<string, short> Forms)
{
    /// <summary>
    /// What a process reads that tells nothing: the program as it was before processes told it (commit 6c233d3). It never changes.
    /// </summary>
    public static Readables Baseline { get; } = new(
        BaselineKinds.All.ToDictionary(kind => kind, _ => Journal.EventFormAttribute.First, StringComparer.Ordinal));

    /// <summary>Whether an event of this kind and form is read without loss.</summary>
    /// <param name="name">The stream's word and the event's kind, as in <see cref="Forms"/>.</param>
    /// <param name="form">The form, 1 or more.</param>
    public bool Reads(string name, short form) => NewestForm(name) >= form;

    /// <summary>The newest form of a kind that is read; 0 when the kind is not read at all.</summary>
    /// <param name="name">The stream's word and the event's kind, as in <see cref="Forms"/>.</param>
    public short NewestForm(string name) => Forms.GetValueOrDefault(name);

    /// <summary>What both read.</summary>
    public Readables And(Readables other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new(Forms
            .Select(f => (f.Key, Form: Math.Min(f.Value, other.NewestForm(f.Key))))
            .Where(f => f.Form > 0)
            .ToDictionary(f => f.Key, f => f.Form, StringComparer.Ordinal));
    }
}
