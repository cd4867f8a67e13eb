using System.Text;

namespace Tocsin.Tests.Benchmarks.Whole;

/// <summary>Requests as bytes.</summary>
internal static class WireRequest
{
    public static byte[] Get(string path, string token) =>
        Encoding.UTF8.GetBytes($"GET {path} HTTP/1.1\r\nHost: tocsin\r\nAuthorization: Bearer {token}\r\n\r\n");

    public static byte[] Post(string path, string token, string json) => With("POST", path, token, json);

    public static byte[] Put(string path, string token, string json) => With("PUT", path, token, json);

    private static byte[] With(string method, string path, string token, string json) => Encoding.UTF8.GetBytes(
        $"{method} {path} HTTP/1.1\r\nHost: tocsin\r\nAuthorization: Bearer {token}\r\nContent-Type: "
            + $"application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(json)}\r\n\r\n{json}");
}
