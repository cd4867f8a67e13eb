using Tocsin.Identity;

namespace Tocsin.Policies;

/// <summary>What happened to a setting of the centre. The name of the type is the event's kind.</summary>
public abstract record SettingEvent;

/// <summary>A timing policy was chosen for what comes.</summary>
/// <param name="Name">Which; null: none.</param>
public sealed record PolicyChosen(PolicyId? Name) : SettingEvent;
