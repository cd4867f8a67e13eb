namespace Tocsin.Tests.Browser.Harness;

/// <summary>What stands on the console, in one of its languages: what a person looks for.</summary>
internal sealed record Words(string Language, string SignIn, string Name, string Role, string Live)
{
    public static Words English { get; } = new("en-US", "Sign in", "Name", "Role", "Live");

    public static Words Chinese { get; } = new("zh-CN", "登录", "姓名", "角色", "实时");
}
