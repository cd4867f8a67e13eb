using Spectre.Console;

namespace Tocsin.Tests.Load.Printing;

/// <summary>Where tables go.</summary>
public static class Screen
{
    /// <summary>Characters in a line where there is no terminal to say: lines of a log need not be broken.</summary>
    public const int WidthOfLogs = 220;

    /// <summary>The console, wide enough for whole lines when it is a file or a pipe.</summary>
    public static IAnsiConsole Open()
    {
        var console = AnsiConsole.Console;
        if (Console.IsOutputRedirected)
            console.Profile.Width = WidthOfLogs;
        return console;
    }
}
