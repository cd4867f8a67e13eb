using Tocsin.Identity;

namespace Tocsin.Policies;

/// <summary>What happened to a setting of the centre. The name of the type is the event's kind; kinds are only ever added.</summary>
public abstract record SettingEvent;

/// <summary>The timing policy for new incidents and calls was chosen.</summary>
/// <param name="Name">The name of the chosen policy; null when none is: the built-in limits on <c>assign</c> hold.</param>
public sealed record PolicyChosen(PolicyId? Name) : SettingEvent;
