using System.Globalization;
using System.Text.RegularExpressions;

namespace Tocsin.Tests.Faults.Versions;

/// <summary>
/// What the newer build changes in files that more than one feature shares: one new kind of stream, one new kind of event, a new member of
/// a known event and of what shows it. Each edit finds its place by a pattern and counts on from the numbers that stand there, so that the
/// product can grow without this list.
/// </summary>
public static partial class NewerEdits
{
    private static readonly Edit[] s_all =
    [
        new("Gateway/Hosting/GatewayApp.cs", MapRunCards(), "$0\n        Bulletins.BulletinRoutes.MapBulletins(app, responder);"),
        new("Grains.Interfaces/Identity/StreamKind.cs", UnknownKind(), """
                /// <summary>A bulletin; written <c>bulletin/ID</c>.</summary>
                [StreamWord("bulletin", gate: 5)]
                Bulletin = 200,

            $0
            """),
        new("Grains.Interfaces/Incidents/IncidentEvents.cs", NoteAdded(), """
            /// <param name="Pinned">Whether it stands at the top of the incident.</param>
            [Journal.EventForm(2)]
            public sealed record NoteAdded(
                [property: Erasable(ErasureField.Notes)] string Text,
                [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Pinned = false)
                : IncidentEvent, Journal.IFormedEvent
            {
                short Journal.IFormedEvent.Form => Pinned ? (short)2 : Journal.EventFormAttribute.First;

                object? Journal.IFormedEvent.InForm(short newest) => null;
            }
            """),
        new("Grains.Interfaces/Incidents/IncidentView.cs", ErasedOfView(), """
                /// <summary>The newest pinned note, or null.</summary>
                [Id(200)]
                public string? PinnedNote { get; init; }

            $0
            """),
        new("Grains.Interfaces/Json/TocsinJsonContext.cs", NoteAddedJson(), """
            $0
            [JsonSerializable(typeof(IncidentSigned))]
            [JsonSerializable(typeof(Tocsin.Bulletins.BulletinView))]
            [JsonSerializable(typeof(Tocsin.Bulletins.BulletinPosted))]
            [JsonSerializable(typeof(Tocsin.Bulletins.BulletinExpired))]
            """),
        new("Grains/Hosting/StreamDefinitions.cs", EndOfDefinitions(), "        Bulletins.BulletinDefinition.Value,\n$0"),
        new("Grains/Incidents/IncidentCases.cs", AddNoteCase(), """
            $0
                    Of<PinNote>((state, c, _, context) =>
                        Decision.Do(new DecidedEvent(state.Stream, new NoteAdded(c.Text, true), context.Now))),
                    Of<SignIncident>((state, _, _, context) =>
                        Decision.Do(new DecidedEvent(state.Stream, new IncidentSigned(), context.Now))),
            """),
        new(
            "Grains/Incidents/IncidentFold.cs",
            CallLeftFold(),
            "        NoteAdded { Pinned: true } e => s with { PinnedNote = e.Text },\n$0"),
        new("Grains/Incidents/IncidentState.cs", ClosedOfState(), """
                /// <summary>The newest pinned note.</summary>
                [Id({next})]
                public string? PinnedNote { get; init; }

            $0
            """),
        new("Grains/Incidents/IncidentViews.cs", ErasedOfViews(), "        PinnedNote = state.PinnedNote,\n$0"),
        new("Grains/Incidents/IncidentViews.cs", CodeOfViews(), "public const short Code = {next};"),
    ];

    /// <summary>The files that are edited, from the root of the checkout.</summary>
    public static IEnumerable<string> Files => s_all.Select(e => e.File).Distinct();

    /// <summary>Makes the edits in a copy of the product's sources.</summary>
    /// <param name="folder">The root of the copy.</param>
    /// <exception cref="InvalidOperationException">A pattern fits no place, or more than one: the product has changed there.</exception>
    public static async Task ApplyAsync(string folder)
    {
        foreach (var edit in s_all)
        {
            var path = Path.Combine(folder, edit.File);
            await File.WriteAllTextAsync(path, edit.In(await File.ReadAllTextAsync(path)));
        }
    }

    private sealed record Edit(string File, Regex Place, string With)
    {
        public string In(string text)
        {
            var places = Place.Count(text);
            if (places != 1)
                throw new InvalidOperationException($"{File}: {Place} fits {places} places. NewerEdits.cs must follow the product.");
            return Place.Replace(text, With.Replace("{next}", $"{Next(text)}", StringComparison.Ordinal));
        }

        // After the number that the pattern names; else after the highest number of a member.
        private int Next(string text)
        {
            var last = Place.Match(text).Groups["last"];
            return last.Success ? Number(last) + 1 : IdOfMember().Matches(text).Select(m => Number(m.Groups[1])).Append(-1).Max() + 1;
        }

        private static int Number(Group digits) => int.Parse(digits.Value, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"^        app\.MapRunCards\(responder\);$", RegexOptions.Multiline)]
    private static partial Regex MapRunCards();

    [GeneratedRegex(@"^    /// <summary>\n    /// A kind that this program does not know", RegexOptions.Multiline)]
    private static partial Regex UnknownKind();

    [GeneratedRegex(@"^public sealed record NoteAdded\([^;]*string Text\) : IncidentEvent;$", RegexOptions.Multiline)]
    private static partial Regex NoteAdded();

    [GeneratedRegex(@"^    /// <summary>Whether something of it was erased", RegexOptions.Multiline)]
    private static partial Regex ErasedOfView();

    [GeneratedRegex(@"^\[JsonSerializable\(typeof\(NoteAdded\)\)\]$", RegexOptions.Multiline)]
    private static partial Regex NoteAddedJson();

    [GeneratedRegex(@"^    \]\);$", RegexOptions.Multiline)]
    private static partial Regex EndOfDefinitions();

    [GeneratedRegex(@"^        Of<AddNote>.*$", RegexOptions.Multiline)]
    private static partial Regex AddNoteCase();

    [GeneratedRegex(@"^        CallLeft e => ", RegexOptions.Multiline)]
    private static partial Regex CallLeftFold();

    [GeneratedRegex(@"^    /// <summary>Whether it is closed\.</summary>$", RegexOptions.Multiline)]
    private static partial Regex ClosedOfState();

    [GeneratedRegex(@"^        Erased = state\.Erasures > 0,$", RegexOptions.Multiline)]
    private static partial Regex ErasedOfViews();

    [GeneratedRegex(@"public const short Code = (?<last>\d+);")]
    private static partial Regex CodeOfViews();

    [GeneratedRegex(@"\[Id\((\d+)\)\]")]
    private static partial Regex IdOfMember();
}
