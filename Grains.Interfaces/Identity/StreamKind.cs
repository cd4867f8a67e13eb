using Tocsin.Directives;
using Tocsin.Live;
using Tocsin.Units;

namespace Tocsin.Identity;

/// <summary>
/// The kind of thing that a stream of events is about. One line registers a kind: its number, its word, and its place in the order of
/// gates. Numbers and words are stored, so they never change and are never used again; a new kind takes the next number. A second line
/// registers the section of the board, if open things stand there.
/// </summary>
public enum StreamKind : byte
{
    /// <summary>Not a stream: the default value of an uninitialised id.</summary>
    None = 0,

    /// <summary>An incident; written <c>incident/ID</c>.</summary>
    [StreamWord("incident", gate: 1)]
    [BoardSection("incidents", typeof(BoardIncident), "The open incidents, in no order.")]
    Incident = 1,

    /// <summary>A patrol unit; written <c>unit/ID</c>.</summary>
    [StreamWord("unit", gate: 2)]
    [BoardSection("units", typeof(UnitView), "The units on duty, by id.")]
    Unit = 2,

    /// <summary>A call; written <c>call/ID</c>.</summary>
    [StreamWord("call", gate: 0)]
    Call = 3,

    /// <summary>A station; written <c>station/ID</c>.</summary>
    [StreamWord("station", gate: 3)]
    Station = 4,

    /// <summary>A timing policy; written <c>policy/NAME</c>.</summary>
    [StreamWord("policy", gate: 5)]
    Policy = 5,

    /// <summary>A setting of the centre; written <c>setting/ID</c>.</summary>
    [StreamWord("setting", gate: 4)]
    Setting = 6,

    /// <summary>A run card; written <c>runCard/ID</c>.</summary>
    [StreamWord("runCard", gate: 5)]
    RunCard = 7,

    /// <summary>A directive; written <c>directive/ID</c>.</summary>
    [StreamWord("directive", gate: 6)]
    [BoardSection("directives", typeof(DirectiveView), "The open directives, by id; without their reports, with the clocks that run.")]
    Directive = 8,

    /// <summary>
    /// A kind that this program does not know: a newer version wrote it, or a row is damaged. The id of such a stream is its whole name. It
    /// is carried, never parsed and never written.
    /// </summary>
    Unknown = 255,
}
