namespace Tocsin.Policies;

/// <summary>What can be asked of a setting of the centre.</summary>
[GenerateSerializer, Immutable, Alias("tocsin.SettingCommand")]
public abstract record SettingCommand;
