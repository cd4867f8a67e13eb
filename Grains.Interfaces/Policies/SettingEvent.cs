namespace Tocsin.Policies;

/// <summary>What happened to a setting of the centre. The name of the type is the event's kind.</summary>
public abstract record SettingEvent;
