using Tocsin.Identity;

namespace Tocsin.Policies;

/// <summary>The commands to a setting of the centre; <see cref="ISettingGrain"/> carries them out.</summary>
[GenerateSerializer, Immutable, Alias("tocsin.SettingCommand")]
public abstract record SettingCommand;

/// <summary>Chooses the timing policy for new incidents and calls; <c>unknownReference</c> when there is no such policy.</summary>
/// <param name="Name">
/// The name of a policy that was made, or of a preset; null means none: the built-in limits on <c>assign</c> hold.
/// </param>
[GenerateSerializer, Immutable, Alias("tocsin.ChoosePolicy")]
public sealed record ChoosePolicy([property: Id(0)] PolicyId? Name) : SettingCommand;
