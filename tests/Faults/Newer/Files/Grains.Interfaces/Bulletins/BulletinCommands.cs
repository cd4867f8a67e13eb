namespace Tocsin.Bulletins;

/// <summary>The commands to a bulletin; <see cref="IBulletinGrain"/> carries them out.</summary>
[GenerateSerializer, Immutable, Alias("tocsin.BulletinCommand")]
public abstract record BulletinCommand;

/// <summary>Posts a bulletin, or replaces its text and its time.</summary>
/// <param name="Text">The text, 1 to 4,000 characters, not blank.</param>
/// <param name="Seconds">For how long it stands, 1 to 86,400 s.</param>
[GenerateSerializer, Immutable, Alias("tocsin.PostBulletin")]
public sealed record PostBulletin([property: Id(0)] string Text, [property: Id(1)] int Seconds) : BulletinCommand;
