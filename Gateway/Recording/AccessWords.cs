namespace Tocsin.Recording;

/// <summary>What the access log calls that which is no operation of the OpenAPI document.</summary>
internal static class AccessWords
{
    /// <summary>A token that this gateway sees for the first time, or refuses.</summary>
    public const string SignIn = "signIn";

    /// <summary>A session of the feed begins.</summary>
    public const string BeginFeed = "beginFeed";

    /// <summary>A session of the feed ends; it says what was shown in it.</summary>
    public const string EndFeed = "endFeed";
}
