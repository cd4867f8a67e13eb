using System.CommandLine;
using System.CommandLine.Parsing;
using Tocsin.Tests.Load.Http;

namespace Tocsin.Tests.Load.Commands;

/// <summary>Options that several commands share.</summary>
public static class CommonOptions
{
    /// <summary>Where the gateway listens unless told otherwise.</summary>
    public const string DefaultUrl = "http://127.0.0.1:5080";

    /// <summary><c>--url</c>, one.</summary>
    public static Option<Uri> Url() => new("--url")
    {
        Description = "The gateway.",
        DefaultValueFactory = _ => new Uri(DefaultUrl),
        CustomParser = r => Address(r, r.Tokens[0].Value),
    };

    /// <summary>A further gateway of the same cluster; null unless given.</summary>
    public static Option<Uri?> FurtherUrl(string name, string description) =>
        new(name) { Description = description, CustomParser = r => Address(r, r.Tokens[0].Value) };

    /// <summary><c>--url</c>, one or more, of one cluster.</summary>
    public static Option<Uri[]> Urls() => new("--url")
    {
        Description = "The gateways of one cluster; give it once for each.",
        Arity = ArgumentArity.OneOrMore,
        DefaultValueFactory = _ => [new Uri(DefaultUrl)],
        CustomParser = r => [.. r.Tokens.Select(t => Address(r, t.Value)).OfType<Uri>()],
    };

    /// <summary>Addresses of something else; none unless given.</summary>
    public static Option<Uri[]> FurtherUrls(string name, string description) => new(name)
    {
        Description = description,
        DefaultValueFactory = _ => [],
        CustomParser = r => [.. r.Tokens.Select(t => Address(r, t.Value)).OfType<Uri>()],
    };

    /// <summary><c>--patience</c>: how long a command is repeated while the server is away.</summary>
    public static Option<int> PatienceSeconds() => Whole(
        "--patience",
        "Seconds for which a command is repeated while the server is away.",
        (int)Http.Patience.Default.Total.TotalSeconds,
        1,
        (int)Http.Patience.Longest.TotalSeconds);

    /// <summary>A whole number within limits.</summary>
    public static Option<int> Whole(string name, string description, int usual, int least, int most)
    {
        var option = new Option<int>(name) { Description = $"{description} {least}..{most}.", DefaultValueFactory = _ => usual };
        option.Validators.Add(r =>
        {
            if (r.Errors.Any())
                return;
            if (r.GetValueOrDefault<int>() is var value && (value < least || value > most))
                r.AddError($"{name} must be {least}..{most}.");
        });
        return option;
    }

    /// <summary>The patience that <paramref name="seconds"/> mean.</summary>
    public static Patience Patience(int seconds) => Http.Patience.Default with { Total = TimeSpan.FromSeconds(seconds) };

    /// <summary>The tokens of <paramref name="subject"/>: the one in the environment, else fetched.</summary>
    public static TokenBook Tokens(string subject) =>
        new(subject, Environment.GetEnvironmentVariable(TokenBook.Variable) is { Length: > 0 } given ? given : null);

    /// <summary><c>--allow-remote</c>: without it, load goes to this machine only.</summary>
    public static Option<bool> AllowRemote() =>
        new("--allow-remote") { Description = "Allows a gateway on another machine. Load on one that serves people harms them." };

    /// <summary>
    /// Makes <paramref name="command"/> refuse addresses of other machines unless <paramref name="allowed"/> says otherwise.
    /// </summary>
    public static void LoopbackOnly(Command command, Option<bool> allowed, Func<CommandResult, IEnumerable<Uri?>> urls)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(urls);
        command.Validators.Add(r =>
        {
            if (!r.GetValue(allowed) && urls(r).Any(u => u is { IsAbsoluteUri: true, IsLoopback: false }))
                r.AddError("The gateway is not on this machine. --allow-remote allows it.");
        });
    }

    private static Uri? Address(ArgumentResult result, string text)
    {
        if (Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https")
            return uri;
        result.AddError($"--url: '{text}' is no absolute http or https address.");
        return null;
    }
}
