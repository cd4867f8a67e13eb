using Tocsin.Identity;

namespace Tocsin.Policies;

/// <summary>What can be asked of a setting of the centre.</summary>
[GenerateSerializer, Immutable, Alias("tocsin.SettingCommand")]
public abstract record SettingCommand;

/// <summary>Chooses the timing policy for what comes.</summary>
/// <param name="Name">A policy that was made, or a preset; null: none, and no clock runs.</param>
[GenerateSerializer, Immutable, Alias("tocsin.ChoosePolicy")]
public sealed record ChoosePolicy([property: Id(0)] PolicyId? Name) : SettingCommand;
