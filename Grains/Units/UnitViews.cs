using Tocsin.Journal;
using Tocsin.Messages;

namespace Tocsin.Units;

/// <summary>A unit as the contract shows it.</summary>
public static class UnitViews
{
    /// <summary>The number of the code that makes the view: raised whenever it would make another one of the same state.</summary>
    public const short Code = 3;

    /// <summary>The unit, without its crew's names and its position.</summary>
    public static UnitView Of(UnitState state) => new(
        state.Id,
        state.CallSign,
        state.Kind,
        state.Station,
        state.Capabilities,
        state.Home,
        Crew: null,
        state.Status,
        state.IncidentId,
        Position: null,
        state.Version,
        state.OutOfService,
        state.Messages.Unread(MessageTo.Unit, Parties.Of(state.Id)),
        state.Messages.Unread(MessageTo.Centre, Parties.Centre),
        state.PanicIncidentId,
        Reporting: null,
        state.Retired,
        state.Visiting,
        state.Agency);

    // On every board are those on duty, and whoever is in distress.
    internal static BoardEntry Board(UnitState state) => BoardEntry.Of(
        Of(state),
        Code,
        open: state.OnDuty || state.IncidentId is not null || state.PanicIncidentId is not null,
        (short)state.Status,
        priority: 0,
        state.Station,
        dueAt: null);
}
