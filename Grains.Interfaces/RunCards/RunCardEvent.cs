namespace Tocsin.RunCards;

/// <summary>What happened to a run card. The name of the type is the event's kind.</summary>
public abstract record RunCardEvent;
