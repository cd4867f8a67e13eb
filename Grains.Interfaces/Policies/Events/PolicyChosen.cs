using Tocsin.Identity;

namespace Tocsin.Policies;

/// <summary>A timing policy was chosen for what comes.</summary>
/// <param name="Name">Which; null: none.</param>
public sealed record PolicyChosen(PolicyId? Name) : SettingEvent;
