using Tocsin.Commands;
using Tocsin.Journal;

namespace Tocsin.Directives;

/// <summary>
/// Whose affair a directive is. What a role may do at all, the gateway decides; here is what of it is its own.
/// </summary>
internal static class DirectiveAccess
{
    /// <summary>
    /// Whether a reader may see it: a unit what is to it and every look-out, a station what is to it or to its units, and what it issued.
    /// </summary>
    public static bool MayRead(BoardRow row, Actor reader) => reader.Role switch
    {
        Roles.Unit => row.Entry.ValueOf<DirectiveView>() is var view
            && (IsEveryUnits(view) || (view.To.Unit is { } unit && unit == reader.UnitId)),
        Roles.Station => reader.Station is { } own
            && (own == row.Entry.Station || own == IssuersStation(row.Entry.ValueOf<DirectiveView>().From)),
        _ => true,
    };

    /// <summary>The station that issued it; null: the centre or the system did.</summary>
    public static string? IssuersStation(DirectiveFrom from) => from.Role == Roles.Station ? from.Station : null;

    /// <summary>Whether an actor may give its report back, conclude it and withdraw it: a station only what it issued itself.</summary>
    public static bool MayManage(DirectiveFrom from, Actor actor) =>
        actor.Role != Roles.Station || (actor.Station is { } own && own == IssuersStation(from));

    /// <summary>Whether an actor may take an escalation of it: a station only what is to it or to its units.</summary>
    public static bool MayTake(DirectiveState state, Actor actor) =>
        actor.Role != Roles.Station || (actor.Station is { } own && own == state.ToStation);

    /// <summary>Whether it is every unit's affair: a look-out is, whoever it is to.</summary>
    public static bool IsEveryUnits(DirectiveView view) => view.Kind == DirectiveKinds.LookOut;

    /// <summary>
    /// Whether an actor may sign for it, refuse it and report on it: the recipient, the station of a unit, and the centre by radio; a
    /// call-taker for a body of which nobody signs in here. All others answer only for what is to themselves.
    /// </summary>
    public static bool MayAnswer(DirectiveState state, Actor actor) => actor.Role switch
    {
        Roles.Dispatcher or Roles.Supervisor => true,
        Roles.Unit => state.To.Unit is { } unit && unit == actor.UnitId,
        Roles.Station => actor.Station is { } own && own == state.ToStation,
        Roles.CallTaker when state.External => true,
        _ => state.To.Subject == actor.Subject,
    };

    /// <summary>Whether an actor may send units on it: its station, and a supervisor.</summary>
    public static bool MaySend(DirectiveState state, Actor actor) =>
        actor.Role != Roles.Station || (actor.Station is { } own && own == state.ToStation);

    /// <summary>Whether an actor may add evidence to it: whom it is to, the station that issued it, and the centre.</summary>
    public static bool MayAddEvidence(DirectiveState state, Actor actor) => actor.Role switch
    {
        Roles.Unit => MayAnswer(state, actor),
        Roles.Station => MayAnswer(state, actor) || MayManage(state.From, actor),
        _ => true,
    };
}
