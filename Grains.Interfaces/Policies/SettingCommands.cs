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

/// <summary>Sets how incidents may end, and what may come of them.</summary>
/// <remarks>Refused with <c>invalid</c> when an outcome, a class, a need or a word of results stands there twice.</remarks>
/// <param name="Settings">All of it: what was set before is replaced.</param>
[GenerateSerializer, Immutable, Alias("tocsin.SetClosing")]
public sealed record SetClosing([property: Id(0)] ClosingSettings Settings) : SettingCommand;

/// <summary>Sets which callers are to be called back, and how soon; what is due is judged by it when it is read.</summary>
/// <param name="Settings">All of it: what was set before is replaced.</param>
[GenerateSerializer, Immutable, Alias("tocsin.SetCallBacks")]
public sealed record SetCallBacks([property: Id(0)] CallBackSettings Settings) : SettingCommand;

/// <summary>Blocks a subject: its tokens are refused everywhere. <c>invalid</c> for oneself, and for an end that has passed.</summary>
/// <param name="Subject">The <c>sub</c> of its tokens, 1 to 100 characters.</param>
/// <param name="Reason">Why, in words, 1 to 500 characters.</param>
/// <param name="Until">When it is over by itself; null: never.</param>
[GenerateSerializer, Immutable, Alias("tocsin.BlockSubject")]
public sealed record BlockSubject(
    [property: Id(0)] string Subject, [property: Id(1)] string Reason, [property: Id(2)] DateTimeOffset? Until) : SettingCommand;

/// <summary>Lets a subject in again; <c>notFound</c> when it is not blocked.</summary>
/// <param name="Subject">The <c>sub</c> of its tokens.</param>
[GenerateSerializer, Immutable, Alias("tocsin.UnblockSubject")]
public sealed record UnblockSubject([property: Id(0)] string Subject) : SettingCommand;
