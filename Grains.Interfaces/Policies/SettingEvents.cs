using Tocsin.Identity;

namespace Tocsin.Policies;

/// <summary>What happened to a setting of the centre. The name of the type is the event's kind; kinds are only ever added.</summary>
public abstract record SettingEvent;

/// <summary>The timing policy for new incidents and calls was chosen.</summary>
/// <param name="Name">The name of the chosen policy; null when none is: the built-in limits on <c>assign</c> hold.</param>
public sealed record PolicyChosen(PolicyId? Name) : SettingEvent;

/// <summary>It was set how incidents may end, and what may come of them; it holds for what is closed and reported from then on.</summary>
/// <param name="Outcomes">The dispositions that may be given; none: every one may be.</param>
/// <param name="Results">The words of results; none: every one may be given.</param>
public sealed record ClosingSet(IReadOnlyList<ClosingOutcome> Outcomes, IReadOnlyList<string> Results) : SettingEvent;

/// <summary>It was set which callers are to be called back, and how soon.</summary>
/// <param name="Classes">The classes of category of which the callers are asked; none: all of them.</param>
/// <param name="Share">The share of their incidents that is drawn, 0 to 1.</param>
/// <param name="WithinHours">Hours from the closure until the caller is to be asked.</param>
public sealed record CallBacksSet(IReadOnlyList<string> Classes, double Share, double WithinHours) : SettingEvent;

/// <summary>A subject was blocked, or is blocked for another reason or until another time.</summary>
/// <param name="Subject">The <c>sub</c> of its tokens, 1 to 100 characters.</param>
/// <param name="Reason">Why, in words.</param>
/// <param name="Until">When it is over by itself; null: never.</param>
/// <param name="By">The subject of the administrator.</param>
public sealed record SubjectBlocked(string Subject, string Reason, DateTimeOffset? Until, string By) : SettingEvent;

/// <summary>A subject was let in again.</summary>
/// <param name="Subject">The <c>sub</c> of its tokens.</param>
public sealed record SubjectUnblocked(string Subject) : SettingEvent;
