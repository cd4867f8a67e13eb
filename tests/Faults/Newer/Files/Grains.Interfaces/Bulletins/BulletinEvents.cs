namespace Tocsin.Bulletins;

/// <summary>What happened to a bulletin. The name of the type is the event's kind.</summary>
public abstract record BulletinEvent;

/// <summary>The bulletin was posted, or replaced.</summary>
/// <param name="Text">The text, 1 to 4,000 characters.</param>
/// <param name="Until">Until when it stands, UTC.</param>
public sealed record BulletinPosted(string Text, DateTimeOffset Until) : BulletinEvent;

/// <summary>Its time is over.</summary>
public sealed record BulletinExpired : BulletinEvent;
